import type { OperationOutput } from '#shared/contract/contract.ts';
import type { GridRow } from '../../exchange/grid-document.ts';

type Shown = Omit<OperationOutput<'support.grid'>['rows'][number], 'id' | 'pupilId'>;

/** A row as screens have it: without the UPN. */
export function shownRow(of: GridRow): Shown {
  const { upn: _, level, ncYear, keyWorker, done, reviewOn, signedOff, ...row } = of;
  return {
    ...row,
    categories: [...row.categories],
    why: [...row.why],
    ...(ncYear === undefined ? {} : { ncYear }),
    ...(level === undefined ? {} : { level }),
    ...(keyWorker === undefined ? {} : { keyWorker }),
    ...(done === undefined ? {} : { done }),
    ...(reviewOn === undefined ? {} : { reviewOn }),
    ...(signedOff === undefined ? {} : { signedOff }),
  };
}
