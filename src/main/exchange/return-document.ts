import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { ReturnPeriod } from '#shared/domain/returns/types.ts';
import type { ImportedSex } from './imported-pupil.ts';

export { CENSUS_TERMS, type CensusTerm } from '#shared/domain/returns/types.ts';

/** Permanent, suspension, lunchtime; `FIXD` is the fixed period of returns to about 2020. */
export const RETURN_CATEGORIES = ['PERM', 'SUSP', 'LNCH', 'FIXD'] as const;

export type ReturnCategory = (typeof RETURN_CATEGORIES)[number];

/** What the CSV of the full record says beyond the census; census XML has no place for it. */
export interface ReturnExtra {
  readonly startSession?: 'AM' | 'PM';
  readonly endDate?: IsoDate;
  readonly careAuthority?: string;
  /** School days (halves possible) in the term and in the school year, this exclusion included. */
  readonly cumDaysTerm?: number;
  readonly cumDaysYear?: number;
  readonly examMissed?: boolean;
  readonly day6Date?: IsoDate;
  readonly day6ProviderLaestab?: string;
  readonly parentNotifiedOn?: IsoDate;
  readonly laNotifiedOn?: IsoDate;
  readonly governorsNotifiedOn?: IsoDate;
  readonly governorsMeetBy?: IsoDate;
  readonly governorsOutcome?: string;
  readonly reviewRequestedOn?: IsoDate;
  readonly reviewOutcome?: string;
  readonly cancelledOn?: IsoDate;
  readonly cancelReason?: string;
}

export interface ReturnExclusion {
  readonly category: ReturnCategory;
  /** Two-letter codes, one to three, all different, the main one first. */
  readonly reasons: readonly string[];
  readonly startDate: IsoDate;
  /** Half days, 1 to 90; none for a permanent exclusion. */
  readonly sessions?: number;
  /** At the time of the exclusion; absent when the file did not say, which is not the same as no. */
  readonly inCare?: boolean;
  readonly senProvision?: string;
  readonly extra?: ReturnExtra;
  /** What the school says about the queries of its checks, by rule (X10 ...). */
  readonly explanations?: Readonly<Record<string, string>>;
}

export interface ReturnPupil {
  readonly upn: string;
  readonly formerUpn?: string;
  readonly surname: string;
  readonly forename: string;
  readonly sex: ImportedSex;
  readonly dob: IsoDate;
  /** False: left, but returned because excluded in the period. */
  readonly onRoll: boolean;
  readonly enrolStatus?: string;
  readonly entryDate?: IsoDate;
  readonly leavingDate?: IsoDate;
  readonly ncYear?: string;
  readonly senProvision?: string;
  /** Code of four letters at most (CBDS 100319, e.g. WBRI). */
  readonly ethnicity?: string;
  /** Eligible for free school meals; absent when the file did not say. */
  readonly fsm?: boolean;
  readonly exclusions: readonly ReturnExclusion[];
}

export interface ReturnSchool {
  /** Authority, three figures. */
  readonly la: string;
  /** Establishment, four figures. */
  readonly estab: string;
  readonly name?: string;
  /** Six figures; CSV only. */
  readonly urn?: string;
  /** Census phase, e.g. `SS`, `PS`, `PR`; XML only. */
  readonly phase?: string;
}

/**
 * One school's return for one census, whichever format it travels in. Texts have no blank space at either
 * end. Holds only pupils with exclusions: least data shown.
 */
export interface ReturnDocument {
  readonly school: ReturnSchool;
  readonly period: ReturnPeriod;
  /** The census day; for other periods the last day of the period. */
  readonly referenceDate: IsoDate;
  /** Counts up with each resubmission, e.g. `001`. */
  readonly serialNo?: string;
  /** When it was made, England time, `YYYY-MM-DDTHH:mm:ss`. */
  readonly createdAt?: string;
  readonly software?: string;
  readonly release?: string;
  /** True when the school says that it has nothing to return. */
  readonly nil: boolean;
  readonly pupils: readonly ReturnPupil[];
}

/** Where each pupil and exclusion of a document began in its file; same order as in the document. */
export type ReturnLines = readonly { readonly pupil: number; readonly exclusions: readonly number[] }[];

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The document in the one order that files are written in, so that the same return gives the same bytes
 * whatever order the database answered in: pupils on roll first, then by surname, forename and UPN (by code
 * point, the same on every PC); exclusions by start date, category and, where these are the same, all else they say.
 * Pupils without exclusions are dropped, and so are an `extra` and `explanations` that say nothing and the sessions of a
 * permanent exclusion, which has none.
 */
export function canonicalReturn(document: ReturnDocument): ReturnDocument {
  const pupils = document.pupils
    .filter((pupil) => pupil.exclusions.length > 0)
    .map((pupil) => ({
      ...pupil,
      exclusions: pupil.exclusions
        .map(withoutEmpty)
        .toSorted(
          (a, b) =>
            byText(a.startDate, b.startDate) ||
            byText(a.category, b.category) ||
            byText(contentOf(a), contentOf(b)),
        ),
    }))
    .toSorted(
      (a, b) =>
        Number(b.onRoll) - Number(a.onRoll) ||
        byText(a.surname, b.surname) ||
        byText(a.forename, b.forename) ||
        byText(a.upn, b.upn),
    );
  return { ...document, nil: pupils.length === 0, pupils };
}

function withoutEmpty(given: ReturnExclusion): ReturnExclusion {
  const { extra = {}, explanations = {}, sessions, ...one } = given;
  return {
    ...one,
    ...(sessions === undefined || one.category === 'PERM' ? {} : { sessions }),
    ...(Object.keys(extra).length === 0 ? {} : { extra }),
    ...(Object.keys(explanations).length === 0 ? {} : { explanations }),
  };
}

/** All that an exclusion says as one text, its parts in alphabetical order at every level. */
const contentOf = (one: ReturnExclusion): string =>
  JSON.stringify(one, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => byText(a, b)))
      : value,
  );
