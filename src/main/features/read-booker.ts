import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { pupilGroupOf } from '#shared/domain/placements/pupil-group.ts';
import type { Asking } from '#shared/domain/placements/request.ts';
import { sessionsToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import { yearGroupOf } from '#shared/domain/pupils/year-group.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { sayList, sayShortSession } from '#shared/text/provider-words.ts';
import { readExclusionsOfPupilToCover } from '../storage/repositories/cover.ts';
import { readCalendarIndex } from '../storage/repositories/exclusion-calendar.ts';
import { keptApartFrom, readApartPairs } from '../storage/repositories/keep-apart.ts';
import { findPupilOfAnySchool } from '../storage/repositories/pupils.ts';
import type { Db } from '../storage/store.ts';
import { homeSchool } from './home-school.ts';
import { loadCaseToPlace } from './load-case.ts';
import { askingOf } from './place-facts.ts';

/** For whom places are wanted: an exclusion of ours, or a pupil who is not excluded by us. */
export type ForWhom =
  | {
      readonly exclusionId: string;
      /** Of another school of this database, for a plan of the whole area. */
      readonly schoolId?: string;
    }
  | { readonly pupilId: string; readonly purpose: 'respite' | 'visiting' };

/** Who wants places, by name. */
export interface Booker {
  readonly asking: Asking;
  readonly name: string;
  /** The school whose database this is. */
  readonly schoolId: string;
}

/** Finds who wants places; a sentence for whoever needs none or is not on record. */
export async function readBooker(
  db: Db,
  whom: ForWhom,
  sessions: readonly Session[],
  notDone: string,
): Promise<Result<Booker>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const schoolId = home.value.school.id;
  if (!('exclusionId' in whom)) return readOther(db, schoolId, whom, sessions, notDone);
  const loaded = await loadCaseToPlace(db, whom.schoolId ?? schoolId, whom.exclusionId, notDone);
  if (!loaded.ok) return loaded;
  const { exclusion, toCover } = loaded.value;
  const pairs = await readApartPairs(db, { pupilId: exclusion.pupilId });
  return { ok: true, value: { asking: askingOf(exclusion, toCover, pairs), name: exclusion.name, schoolId } };
}

/** A pupil on a break, or one whom we host for another school; the school's own days are the days there are. */
async function readOther(
  db: Db,
  schoolId: string,
  { pupilId, purpose }: Extract<ForWhom, { readonly pupilId: string }>,
  sessions: readonly Session[],
  notDone: string,
): Promise<Result<Booker>> {
  const pupil = await findPupilOfAnySchool(db, pupilId);
  if (!pupil)
    return refuse('not-found', `${notDone}: this pupil is not on any list. Choose the pupil again.`);
  const name = `${pupil.forename} ${pupil.surname}`;
  if (purpose === 'respite' && pupil.schoolId !== schoolId) {
    return refuse('conflict', `${notDone}: ${name} is a pupil of another school. Book a visit instead.`);
  }
  if (purpose === 'visiting' && pupil.schoolId === schoolId) {
    return refuse(
      'conflict',
      `${notDone}: ${name} is a pupil of this school. Book a place in the exclusion, or a break.`,
    );
  }
  const calendar = await readCalendarIndex(db, schoolId);
  const exclusions = await readExclusionsOfPupilToCover(db, schoolId, pupilId);
  const excluded = new Set(exclusions.flatMap((one) => sessionsToCover(one, calendar).map(sessionKey)));
  const say = (found: readonly Session[]) => sayList(found.map(sayShortSession));
  const closed = sessions.filter(({ date, slot }) => !calendar.isSchoolSession(date, slot));
  if (closed.length > 0) {
    return refuse('conflict', `${notDone}: the school does not meet on ${say(closed)}. Choose school days.`);
  }
  const out = sessions.filter((session) => excluded.has(sessionKey(session)));
  if (out.length > 0) {
    return refuse(
      'conflict',
      `${notDone}: ${name} is excluded on ${say(out)}. Book these sessions in the exclusion, so that they count as its provision.`,
    );
  }
  const yearGroup = yearGroupOf(pupil.ncYear);
  const { phase } = pupil;
  return {
    ok: true,
    value: {
      asking: {
        pupilId,
        schoolId: pupil.schoolId,
        purpose,
        exclusionId: null,
        group: pupilGroupOf({ permanent: false, yearGroup, phase }),
        yearGroup,
        toCover: new Map(sessions.map((session) => [sessionKey(session), undefined])),
        keptApart: keptApartFrom(await readApartPairs(db, { pupilId }), pupilId),
      },
      name,
      schoolId,
    },
  };
}
