import type { OperationOutput } from '#shared/contract/contract.ts';
import { attendanceOf } from '#shared/domain/placements/attendance.ts';
import { courseProgress } from '#shared/domain/placements/course-progress.ts';
import { countEarlierStays } from '#shared/domain/placements/earlier-stays.ts';
import { weekHours } from '#shared/domain/placements/hours.ts';
import { providerSessionOn } from '#shared/domain/providers/session-of.ts';
import { untilWords } from '#shared/text/stay-words.ts';
import { readContacts } from '../../storage/repositories/contacts.ts';
import {
  readCourses,
  readEarlierPlaces,
  readEscortNames,
  readHomeVisits,
  readStayReport,
} from '../../storage/repositories/stay-records.ts';
import { readStayTasks } from '../../storage/repositories/stay-tasks.ts';
import type { StayPlace } from '../../storage/repositories/stays.ts';
import type { Db } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { toMarked } from '../to-marked.ts';
import { inForce, type OpenStay } from './open-stay.ts';
import { stayTitle } from './stay-title.ts';
import { toAttendance, toTask, toWhose } from './stay-views.ts';

type Stay = OperationOutput<'stays.get'>;

/** A stay as its page and its report show it. */
export async function viewStay(
  db: Db,
  { clock, session }: Pick<Context, 'clock' | 'session'>,
  { stay, provider, places }: OpenStay,
): Promise<Stay> {
  const [now, today] = [clock.now(), clock.today()];
  const tasks = (await readStayTasks(db, [stay.id])).filter(({ dropped }) => !dropped);
  const waiting = tasks.filter(({ beforeArrival, doneOn }) => beforeArrival && doneOn === null);
  const escorts = await readEscortNames(db, [stay.id]);
  const report = await readStayReport(db, stay.id);
  const visits = await readHomeVisits(db, stay.id);
  const current = places.filter((place) => inForce(place, now));
  const booked = current.filter(({ state }) => state === 'booked');
  const { contactName, contactPhone } = provider;
  const [from, to] = [current[0]?.date, current.at(-1)?.date];
  return {
    ...toWhose(stay),
    version: stay.version,
    ...(await stayTitle(db, session, stay)),
    purpose: stay.purpose,
    schoolName: stay.schoolName,
    providerKind: provider.kind,
    ...(provider.address === null ? {} : { address: provider.address }),
    ...(contactName === null ? {} : { contactName }),
    ...(contactPhone === null ? {} : { contactPhone }),
    ...(provider.rules.transport === undefined ? {} : { transport: provider.rules.transport }),
    expectedFrom: stay.expectedFrom,
    expectedTo: stay.expectedTo,
    ...(from === undefined ? {} : { actualFrom: from }),
    ...(to === undefined ? {} : { actualTo: to }),
    ...(stay.movedFromId === null ? {} : { movedFromId: stay.movedFromId }),
    earlierStays: countEarlierStays(
      { id: stay.id, exclusionId: stay.exclusionId, from: from ?? stay.expectedFrom },
      await readEarlierPlaces(db, { providerId: provider.id, pupilIds: [stay.pupilId] }),
    ),
    call: await whomToCall(db, stay.pupilId),
    // Why rules were waived is between the school and its head: the provider knows that the place stands.
    ...(stay.overrideReason === null || stay.overrideBy === null || session.role === 'provider-staff'
      ? {}
      : { override: { reason: stay.overrideReason, by: stay.overrideBy } }),
    parentChooses: provider.rules.parentChooses,
    ...(stay.parentChoice === null ? {} : { parentChoice: stay.parentChoice }),
    ...(stay.parentChoiceOn === null ? {} : { parentChoiceOn: stay.parentChoiceOn }),
    places: places.map((place) => toPlace(place, provider, now, escorts)),
    hours: weekHours(
      current.map((place) => ({ date: place.date, taught: providerSessionOn(provider, place) })),
    ).map(({ monday, hours }) => ({ monday, hours })),
    tasks: tasks.map((task) => toTask(task, today)),
    beforeArrival: [...untilWords(waiting)],
    visits: visits.map(({ date, visitor, made, note }) => ({
      date,
      visitor,
      made,
      ...(note === null ? {} : { note }),
    })),
    courses: [...courseProgress(provider.rules.courses, await readCourses(db, stay.pupilId), stay.id)],
    ...(report === undefined
      ? {}
      : {
          report: {
            version: report.version,
            work: report.work,
            behaviour: report.behaviour,
            nextSteps: report.nextSteps,
            ...(report.finishedOn === null ? {} : { finishedOn: report.finishedOn }),
            ...(report.finishedBy === null ? {} : { finishedBy: report.finishedBy }),
          },
        }),
    attendance: attendanceOf(booked.map((place) => toMarked(place, provider))),
  };
}

/** Names and numbers alone: a provider needs no address to ring. */
async function whomToCall(db: Db, pupilId: string): Promise<Stay['call']> {
  const contacts = await readContacts(db, pupilId);
  return contacts.flatMap(({ relation, name, phone }) =>
    relation === 'parent' && phone !== null && phone !== '' ? [{ name, phone }] : [],
  );
}

function toPlace(
  place: StayPlace,
  provider: OpenStay['provider'],
  now: string,
  escorts: ReadonlyMap<string, string>,
): Stay['places'][number] {
  const { id, date, slot, endedReason } = place;
  const run = providerSessionOn(provider, place);
  const escort = escorts.get(`${place.placementId} ${date}`);
  // A hold that ran out is over even before anybody has marked it as lapsed.
  const state = place.state === 'held' && !inForce(place, now) ? 'lapsed' : place.state;
  return {
    placeId: id,
    date,
    slot,
    state,
    ...(run === undefined ? {} : { starts: run.starts, ends: run.ends }),
    ...(endedReason === null ? {} : { ended: endedReason }),
    ...(escort === undefined ? {} : { escort }),
    ...toAttendance(place),
  };
}
