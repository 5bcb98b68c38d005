import { censusReturn } from '#shared/domain/returns/periods.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import {
  canonicalReturn,
  type ReturnDocument,
  type ReturnExclusion,
  type ReturnPupil,
} from '../exchange/return-document.ts';
import { type Census, pastCensuses } from './past-censuses.ts';
import { ncYearOf, yearGroupOf } from './person.ts';
import { createRandom } from './random.ts';
import type { AreaExclusion, AreaPhase, AreaPupil, DemonstrationArea, SchoolRecords } from './types.ts';

/** A return as the authority got it. */
export interface AreaReturn {
  readonly laEstab: string;
  readonly schoolName: string;
  readonly census: Census;
  /** Sent after the authority's date: three weeks after the census. */
  readonly late: boolean;
  readonly document: ReturnDocument;
}

export interface AreaReturns {
  /** In the order in which they came; a resubmission (`serialNo` 002) follows the return it replaces. */
  readonly received: readonly AreaReturn[];
  /** Schools that have not sent theirs. */
  readonly missing: readonly { readonly laEstab: string; readonly census: Census }[];
}

/** Days after the census by which the authority asks for returns, and more for the slow. */
const LATE_AFTER_DAYS = 21;
/** Shares of schools late, silent at the last census and at earlier ones, and correcting what they sent. */
const LATE = 0.12;
const SILENT_NOW = 0.14;
const SILENT_BEFORE = 0.02;
const CORRECTS = 0.05;
/** A permanent exclusion is returned once the board has met and the time for a review has run out. */
const PERMANENT_AFTER_DAYS = 56;

const CENSUS_PHASE: Readonly<Record<AreaPhase, string>> = { secondary: 'SS', primary: 'PS', pru: 'PR' };

/**
 * Every school's return for each census before today, as files the authority could have been sent: most in time,
 * some late or corrected, some missing, and nil where a school excluded nobody.
 */
export function returnsOf(area: DemonstrationArea): AreaReturns {
  const random = createRandom(area.seed).fork('returns');
  const censuses = pastCensuses(area.schoolYears, area.today);
  const received: AreaReturn[] = [];
  const missing: AreaReturns['missing'][number][] = [];
  censuses.forEach((census, at) => {
    const isLast = at === censuses.length - 1;
    for (const records of [area.homeSchool, ...area.otherSchools]) {
      const { laEstab, name } = records.school;
      const late = random.chance(LATE);
      const sentOn = addDays(
        census.referenceDate,
        late ? LATE_AFTER_DAYS + random.int(2, 20) : random.int(1, 18),
      );
      const silent =
        random.chance(isLast ? SILENT_NOW : SILENT_BEFORE) && laEstab !== area.homeSchool.school.laEstab;
      if (silent || sentOn > area.today) {
        missing.push({ laEstab, census });
        continue;
      }
      const document = documentOf(records, census, sentOn, '001', random.int(8, 16));
      const add = (one: ReturnDocument) =>
        received.push({ laEstab, schoolName: name, census, late, document: one });
      const correctedOn = addDays(sentOn, 3);
      if (document.pupils.length < 2 || !random.chance(CORRECTS) || correctedOn > area.today) {
        add(document);
        continue;
      }
      add({ ...document, pupils: document.pupils.slice(1) });
      add({ ...document, serialNo: '002', createdAt: `${correctedOn}T10:12:00` });
    }
  });
  return { received, missing };
}

function documentOf(
  records: SchoolRecords,
  census: Census,
  sentOn: IsoDate,
  serialNo: string,
  hour: number,
): ReturnDocument {
  const { school, pupils, exclusions } = records;
  const inReturn = exclusions.filter((exclusion) => isReturned(exclusion, census));
  const byPupil = new Map<number, AreaExclusion[]>();
  for (const exclusion of inReturn)
    byPupil.set(exclusion.pupil, [...(byPupil.get(exclusion.pupil) ?? []), exclusion]);
  const returned = [...byPupil].flatMap(([at, own]) => {
    const pupil = pupils[at];
    return pupil === undefined ? [] : [pupilOf(pupil, census, own)];
  });
  return canonicalReturn({
    school: {
      la: school.laEstab.slice(0, 3),
      estab: school.laEstab.slice(3),
      name: school.name,
      urn: school.urn,
      phase: CENSUS_PHASE[school.phase],
    },
    referenceDate: census.referenceDate,
    period: censusReturn(census.term, census.year),
    serialNo,
    createdAt: `${sentOn}T${String(hour).padStart(2, '0')}:30:00`,
    software: 'Demonstration',
    release: '1.0',
    nil: returned.length === 0,
    pupils: returned,
  });
}

/** Lunchtimes are the school's own record; drafts are nobody's; cancelled ones do not stand; permanent ones wait for their review. */
function isReturned(
  { kind, state, start, course }: AreaExclusion,
  { period, referenceDate }: Census,
): boolean {
  if (state !== 'issued' || kind === 'lunchtime' || course?.cancelledFrom !== undefined) return false;
  if (start.date < period.from || start.date > period.to) return false;
  return kind !== 'permanent' || addDays(start.date, PERMANENT_AFTER_DAYS) <= referenceDate;
}

/** The pupil as at the census, not as today: a later leaver is still on roll. */
function pupilOf(
  pupil: AreaPupil,
  { referenceDate }: Census,
  exclusions: readonly AreaExclusion[],
): ReturnPupil {
  const left =
    pupil.leavingDate !== null && pupil.leavingDate <= referenceDate ? pupil.leavingDate : undefined;
  const bornInYear = Number(pupil.dob.slice(5, 7)) >= 9 ? 1 : 0;
  const cohort = Number(pupil.dob.slice(0, 4)) + bornInYear + 4;
  const yearGroup = yearGroupOf(cohort, schoolYearOf(left ?? referenceDate));
  return {
    upn: pupil.upn,
    ...(pupil.formerUpn === null ? {} : { formerUpn: pupil.formerUpn }),
    surname: pupil.surname,
    forename: pupil.forename,
    sex: pupil.sex,
    dob: pupil.dob,
    onRoll: left === undefined,
    enrolStatus: pupil.enrolStatus,
    entryDate: pupil.entryDate,
    ...(left === undefined ? {} : { leavingDate: left }),
    ncYear: ncYearOf(yearGroup),
    senProvision: pupil.senProvision,
    ethnicity: pupil.ethnicity,
    fsm: pupil.fsm,
    exclusions: exclusions.map(exclusionOf),
  };
}

function exclusionOf({ kind, reasons, start, halfDays, inCareAt, senAt }: AreaExclusion): ReturnExclusion {
  const common = { reasons, startDate: start.date, inCare: inCareAt, senProvision: senAt };
  return kind === 'permanent' || halfDays === null
    ? { category: 'PERM', ...common }
    : { category: 'SUSP', ...common, sessions: halfDays };
}
