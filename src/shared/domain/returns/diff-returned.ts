import type { IsoDate } from '../../kernel/plain-date.ts';

/** One exclusion as returned, with what tells the pupil. An absent part was not said. */
export interface ReturnedExclusion {
  readonly upn: string;
  readonly surname: string;
  readonly forename: string;
  readonly category: string;
  readonly startDate: IsoDate;
  readonly startSession?: 'AM' | 'PM';
  readonly endDate?: IsoDate;
  readonly sessions?: number;
  /** The main one first. */
  readonly reasons: readonly string[];
  readonly inCare?: boolean;
  readonly senProvision?: string;
}

/** What two versions of one exclusion may differ in. */
export const RETURNED_FIELDS = [
  'category',
  'startSession',
  'endDate',
  'sessions',
  'reasons',
  'inCare',
  'senProvision',
  'surname',
  'forename',
] as const satisfies readonly (keyof ReturnedExclusion)[];

export type ReturnedField = (typeof RETURNED_FIELDS)[number];

export interface Altered {
  readonly before: ReturnedExclusion;
  readonly after: ReturnedExclusion;
  readonly fields: readonly ReturnedField[];
}

export interface ReturnDifferences {
  readonly onlyBefore: readonly ReturnedExclusion[];
  readonly onlyAfter: readonly ReturnedExclusion[];
  readonly altered: readonly Altered[];
  /** Exclusions that are the same in both. */
  readonly same: number;
}

/**
 * What the later of two lists of exclusions has more, less or other than the earlier one. Exclusions belong together by
 * pupil and start date; where a pupil has several of a day, those that agree most. A part that one list does not say
 * (another format may have no room for it) is no difference.
 */
export function diffReturned(
  before: readonly ReturnedExclusion[],
  after: readonly ReturnedExclusion[],
): ReturnDifferences {
  const left = new Map<string, ReturnedExclusion[]>();
  for (const one of before) left.set(keyOf(one), [...(left.get(keyOf(one)) ?? []), one]);
  const onlyAfter: ReturnedExclusion[] = [];
  const altered: Altered[] = [];
  let same = 0;
  for (const one of after) {
    const candidates = left.get(keyOf(one)) ?? [];
    const [best] = candidates
      .map((candidate) => ({ candidate, fields: differing(candidate, one) }))
      .toSorted((a, b) => weightOf(a.fields) - weightOf(b.fields));
    if (best === undefined) {
      onlyAfter.push(one);
      continue;
    }
    candidates.splice(candidates.indexOf(best.candidate), 1);
    if (best.fields.length === 0) same += 1;
    else altered.push({ before: best.candidate, after: one, fields: best.fields });
  }
  return { onlyBefore: [...left.values()].flat(), onlyAfter, altered, same };
}

const keyOf = ({ upn, startDate }: ReturnedExclusion): string => `${upn} ${startDate}`;

/** Another kind or session of the start says more than another reason that two are not the same. */
const weightOf = (fields: readonly ReturnedField[]): number =>
  fields.reduce((sum, field) => sum + (field === 'category' || field === 'startSession' ? 10 : 1), 0);

function differing(a: ReturnedExclusion, b: ReturnedExclusion): readonly ReturnedField[] {
  return RETURNED_FIELDS.filter((field) => {
    const [one, other] = [a[field], b[field]];
    if (one === undefined || other === undefined) return false;
    return String(one) !== String(other);
  });
}
