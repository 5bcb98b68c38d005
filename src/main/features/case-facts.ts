import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import type { CaseEvent, Examination } from '#shared/domain/duties/types.ts';
import type { EarlierHalfDays } from '#shared/domain/exclusions/totals.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { readEventsOfPupil } from '../storage/repositories/case-events.ts';
import { readContacts } from '../storage/repositories/contacts.ts';
import { readExamsOfPupil } from '../storage/repositories/exams.ts';
import { readCalendarIndex } from '../storage/repositories/exclusion-calendar.ts';
import {
  countedExclusions,
  readExclusionsOf,
  type IssuedExclusion,
} from '../storage/repositories/exclusion-history.ts';
import { readHeads, type Head } from '../storage/repositories/heads.ts';
import { readEarlierDays } from '../storage/repositories/pupil-earlier-days.ts';
import { findPupil } from '../storage/repositories/pupils.ts';
import type { Db } from '../storage/store.ts';
import { homeSchool } from './home-school.ts';

/** The pupil as the roll has them on the day of recording. */
export interface ExcludedPupil {
  readonly id: string;
  readonly name: string;
  readonly form: string | null;
  readonly ncYear: string | null;
  /** The school year in which the pupil is in that year group. */
  readonly schoolYearNow: SchoolYear;
  readonly dateOfBirth: IsoDate;
  readonly enrolledOn?: IsoDate;
  readonly leftOn?: IsoDate;
  readonly senProvision: string | null;
  readonly inCare: boolean;
  readonly hasSocialWorker: boolean;
  readonly hasHomeAuthority: boolean;
}

/** From which day of an exclusion the area promises education; `inCare` is the one that begins first for those in care. */
export interface EducationPromises {
  readonly everybody?: number;
  readonly inCare?: number;
}

/** Everything an exclusion is judged against. */
export interface CaseFacts {
  readonly schoolId: string;
  readonly schoolPhase: string;
  readonly today: IsoDate;
  readonly pupil: ExcludedPupil;
  readonly index: CalendarIndex;
  /** All of the pupil's exclusions that were issued, whatever became of them; the one that is judged among them. */
  readonly issued: readonly IssuedExclusion[];
  /** What happened in them, by exclusion; what was struck out is left out. */
  readonly events: ReadonlyMap<string, readonly CaseEvent[]>;
  /** Of these the ones that take days, without the one that is judged. */
  readonly others: readonly IssuedExclusion[];
  /** Titles of the pupil's other drafts. */
  readonly otherDrafts: readonly string[];
  readonly earlier: readonly EarlierHalfDays[];
  readonly heads: readonly Head[];
  /** Sittings of the pupil and of the pupil's year group. */
  readonly exams: readonly Examination[];
  readonly promises: EducationPromises;
}

/** Reads what an exclusion of this pupil is judged against; `exclusionId` is the one that is judged, if it has an id. */
export async function readCaseFacts(
  db: Db,
  today: IsoDate,
  pupilId: string,
  exclusionId?: string,
): Promise<Result<CaseFacts>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const { school, workspace } = home.value;
  const pupil = await findPupil(db, school.id, pupilId);
  if (!pupil) {
    return refuse('not-found', 'This pupil is not on the school’s list. Choose the pupil again.', {
      fields: [{ path: 'pupilId', message: 'Choose a pupil of this school.' }],
    });
  }
  const { issued, drafts } = await readExclusionsOf(db, pupilId);
  const relations = new Set((await readContacts(db, pupilId)).map(({ relation }) => relation));
  return {
    ok: true,
    value: {
      schoolId: school.id,
      schoolPhase: school.phase,
      today,
      pupil: {
        id: pupil.id,
        name: `${pupil.forename} ${pupil.surname}`,
        form: pupil.form,
        ncYear: pupil.ncYear,
        schoolYearNow: schoolYearOf(today),
        dateOfBirth: pupil.dob,
        ...(pupil.entryDate === null ? {} : { enrolledOn: pupil.entryDate }),
        ...(pupil.leavingDate === null ? {} : { leftOn: pupil.leavingDate }),
        senProvision: pupil.senProvision,
        inCare: pupil.inCare,
        hasSocialWorker: relations.has('social-worker'),
        hasHomeAuthority: relations.has('home-authority'),
      },
      index: await readCalendarIndex(db, school.id),
      issued,
      events: issued.length === 0 ? new Map() : await readEventsOfPupil(db, pupilId),
      others: countedExclusions(issued).filter(({ id }) => id !== exclusionId),
      otherDrafts: drafts.filter(({ id }) => id !== exclusionId).map(({ title }) => title),
      earlier: await readEarlierDays(db, pupilId),
      heads: await readHeads(db, school.id),
      exams: await readExamsOfPupil(db, school.id, pupil),
      promises: promisesOf(workspace),
    },
  };
}

/** The area's promises as they hold: a pupil in care has the one that begins first. */
export function promisesOf({
  promiseFromDay: everybody,
  promiseInCareFromDay: inCare,
}: {
  readonly promiseFromDay?: number | undefined;
  readonly promiseInCareFromDay?: number | undefined;
}): EducationPromises {
  const known = [everybody, inCare].filter((day) => day !== undefined);
  return {
    ...(everybody === undefined ? {} : { everybody }),
    ...(known.length === 0 ? {} : { inCare: Math.min(...known) }),
  };
}
