import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import type { EarlierHalfDays } from '#shared/domain/exclusions/totals.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { readCalendarIndex } from '../../storage/repositories/exclusion-calendar.ts';
import {
  readDraftTitles,
  readIssuedExclusions,
  type IssuedExclusion,
} from '../../storage/repositories/exclusion-history.ts';
import { readEarlierDays } from '../../storage/repositories/pupil-earlier-days.ts';
import { findPupil } from '../../storage/repositories/pupils.ts';
import type { Db } from '../../storage/store.ts';
import { homeSchool } from '../home-school.ts';

/** The pupil as the roll has them on the day of recording. */
export interface ExcludedPupil {
  readonly id: string;
  readonly name: string;
  readonly form: string | null;
  readonly dateOfBirth: IsoDate;
  readonly enrolledOn?: IsoDate;
  readonly leftOn?: IsoDate;
  readonly senProvision: string | null;
  readonly inCare: boolean;
}

/** Everything an exclusion is judged against. */
export interface CaseFacts {
  readonly schoolId: string;
  readonly today: IsoDate;
  readonly pupil: ExcludedPupil;
  readonly index: CalendarIndex;
  /** The pupil's other exclusions that are issued. */
  readonly others: readonly IssuedExclusion[];
  /** Titles of the pupil's other drafts. */
  readonly otherDrafts: readonly string[];
  readonly earlier: readonly EarlierHalfDays[];
  /** The area promises education from this day of an exclusion. */
  readonly promiseFromDay?: number;
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
  const others = await readIssuedExclusions(db, pupilId);
  const drafts = await readDraftTitles(db, pupilId);
  return {
    ok: true,
    value: {
      schoolId: school.id,
      today,
      pupil: {
        id: pupil.id,
        name: `${pupil.forename} ${pupil.surname}`,
        form: pupil.form,
        dateOfBirth: pupil.dob,
        ...(pupil.entryDate === null ? {} : { enrolledOn: pupil.entryDate }),
        ...(pupil.leavingDate === null ? {} : { leftOn: pupil.leavingDate }),
        senProvision: pupil.senProvision,
        inCare: pupil.inCare,
      },
      index: await readCalendarIndex(db, school.id),
      others: others.filter(({ id }) => id !== exclusionId),
      otherDrafts: drafts.filter(({ id }) => id !== exclusionId).map(({ title }) => title),
      earlier: await readEarlierDays(db, pupilId),
      ...(workspace.promiseFromDay === undefined ? {} : { promiseFromDay: workspace.promiseFromDay }),
    },
  };
}
