import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import type { CaseEvent, Examination } from '#shared/domain/duties/types.ts';
import type { EarlierHalfDays } from '#shared/domain/exclusions/totals.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { readEventsOfPupils } from '../storage/repositories/case-events.ts';
import { readRelations } from '../storage/repositories/contacts.ts';
import { readExamsOfPupils } from '../storage/repositories/exams.ts';
import { readCalendarIndex } from '../storage/repositories/exclusion-calendar.ts';
import {
  countedExclusions,
  readExclusionsOfPupils,
  type DraftTitle,
  type IssuedExclusion,
} from '../storage/repositories/exclusion-history.ts';
import { readHeads, type Head } from '../storage/repositories/heads.ts';
import { readEarlierDaysOf } from '../storage/repositories/pupil-earlier-days.ts';
import { findPupils, type PupilRecord } from '../storage/repositories/pupils.ts';
import type { School, Workspace } from '../storage/repositories/workspace.ts';
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
  /** What happened in them (and in others'), by exclusion; what was struck out is left out. */
  readonly events: ReadonlyMap<string, readonly CaseEvent[]>;
  /** Of these the ones that take days, without the one that is judged. */
  readonly others: readonly IssuedExclusion[];
  /** The pupil's other drafts by their titles. */
  readonly otherDrafts: readonly DraftTitle[];
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
  const facts = (await readFactsOfPupils(db, today, home.value, [pupilId])).get(pupilId);
  if (!facts) {
    return refuse('not-found', 'This pupil is not on the school’s list. Choose the pupil again.', {
      fields: [{ path: 'pupilId', message: 'Choose a pupil of this school.' }],
    });
  }
  const { others, otherDrafts } = facts;
  const isOther = ({ id }: { readonly id: string }) => id !== exclusionId;
  return ok({ ...facts, others: others.filter(isOther), otherDrafts: otherDrafts.filter(isOther) });
}

/**
 * The same of several pupils (at most 500) in as many queries as for one; none is judged, so none is left out of the
 * others. Pupils who are not of the school are left out.
 */
export async function readFactsOfPupils(
  db: Db,
  today: IsoDate,
  { school, workspace }: { readonly school: School; readonly workspace: Workspace },
  pupilIds: readonly string[],
): Promise<ReadonlyMap<string, CaseFacts>> {
  const pupils = await findPupils(db, school.id, pupilIds);
  if (pupils.length === 0) return new Map();
  const exclusions = await readExclusionsOfPupils(db, pupilIds);
  const relations = await readRelations(db, pupilIds);
  const index = await readCalendarIndex(db, school.id);
  const anyIssued = [...exclusions.values()].some(({ issued }) => issued.length > 0);
  const events = anyIssued ? await readEventsOfPupils(db, pupilIds) : new Map<string, never>();
  const earlier = await readEarlierDaysOf(db, pupilIds);
  const heads = await readHeads(db, school.id);
  const exams = await readExamsOfPupils(db, school.id, pupils);
  return new Map(
    pupils.map((pupil) => {
      const { issued, drafts } = exclusions.get(pupil.id) ?? { issued: [], drafts: [] };
      return [
        pupil.id,
        {
          schoolId: school.id,
          schoolPhase: school.phase,
          today,
          pupil: excludedPupil(pupil, relations.get(pupil.id), today),
          index,
          issued,
          events,
          others: countedExclusions(issued),
          otherDrafts: drafts,
          earlier: earlier.get(pupil.id) ?? [],
          heads,
          exams: exams.get(pupil.id) ?? [],
          promises: promisesOf(workspace),
        },
      ];
    }),
  );
}

const excludedPupil = (
  pupil: PupilRecord,
  relations: ReadonlySet<string> | undefined,
  today: IsoDate,
): ExcludedPupil => ({
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
  hasSocialWorker: relations?.has('social-worker') === true,
  hasHomeAuthority: relations?.has('home-authority') === true,
});

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
