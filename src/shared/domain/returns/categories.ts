import type { ExclusionKind } from '../exclusions/types.ts';
import type { IsoDate } from '../../kernel/plain-date.ts';

/** One category code of the census (item 100087) with the start dates it was collected for. */
interface Category {
  readonly code: 'SUSP' | 'FIXD' | 'PERM' | 'LNCH';
  readonly kind: ExclusionKind;
  readonly from: IsoDate;
  readonly to?: IsoDate;
}

/** No fixed-period exclusion was collected before the survey of 2003/04. */
const FIRST = '2003-08-01';

const CATEGORIES: readonly Category[] = [
  { code: 'FIXD', kind: 'fixed-period', from: FIRST, to: '2020-08-31' },
  { code: 'SUSP', kind: 'fixed-period', from: '2020-09-01' },
  { code: 'PERM', kind: 'permanent', from: FIRST },
  { code: 'LNCH', kind: 'lunchtime', from: FIRST },
];

/** The code that an exclusion of a kind was returned with on its start date; undefined before anything was collected. */
export const categoryOn = (kind: ExclusionKind, startDate: IsoDate): Category['code'] | undefined =>
  CATEGORIES.find((one) => one.kind === kind && one.from <= startDate && startDate <= (one.to ?? startDate))
    ?.code;
