import type { OperationInput } from '#shared/contract/contract.ts';

/** What the address says of which rows are shown, and which one is open. */
export interface AuditSearch {
  readonly pupil?: string;
  readonly person?: string;
  readonly area?: string;
  readonly outcome?: string;
  readonly from?: string;
  readonly to?: string;
  readonly row?: string;
}

type Filter = Omit<OperationInput<'audit.export'>, 'destination'>;

const OUTCOMES = ['done', 'refused', 'seen', 'left'] as const;

export const outcomeOf = (text: string | undefined): (typeof OUTCOMES)[number] | undefined =>
  OUTCOMES.find((one) => one === text);

/** The address as the operations ask it. */
export function filterOf({ pupil, person, area, outcome, from, to }: AuditSearch): Filter {
  const known = outcomeOf(outcome);
  return {
    ...(pupil === undefined ? {} : { pupilId: pupil }),
    ...(person === undefined ? {} : { userName: person }),
    ...(area === undefined ? {} : { area }),
    ...(known === undefined ? {} : { outcome: known }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** Whether anything narrows the trail down. */
export const isNarrowed = (search: AuditSearch): boolean => Object.keys(filterOf(search)).length > 0;
