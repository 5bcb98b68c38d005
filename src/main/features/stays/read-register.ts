import type { OperationOutput } from '#shared/contract/contract.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import { countEarlierStays } from '#shared/domain/placements/earlier-stays.ts';
import { adultsOn } from '#shared/domain/providers/adults-on.ts';
import { hostOn } from '#shared/domain/providers/host-on.ts';
import { capacityOn, providerClosureOn, providerSessionOn } from '#shared/domain/providers/session-of.ts';
import { addDays, weekdayOf, type IsoDate } from '#shared/kernel/plain-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import { shortTask } from '#shared/text/stay-words.ts';
import { readCalendarIndex } from '../../storage/repositories/exclusion-calendar.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { readActivePlaces, type ActivePlace } from '../../storage/repositories/places.ts';
import { readProvider, type StoredProvider } from '../../storage/repositories/providers.ts';
import { readEarlierPlaces, readEscortNames } from '../../storage/repositories/stay-records.ts';
import { readStayTasks, type StayTaskRecord } from '../../storage/repositories/stay-tasks.ts';
import { readStayPlaces, readStays } from '../../storage/repositories/stays.ts';
import type { Db } from '../../storage/store.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { isOwnProvider } from '../own-providers.ts';
import { toAttendance, toWhose } from './stay-views.ts';

type Register = OperationOutput<'stays.register'>;
type Line = Register['sessions'][number]['pupils'][number];

/** Who comes to a provider on a day, session by session in order of names, with what is still missing. */
export const readRegister: Handler<'stays.register'> = (
  { read, clock, session },
  { providerId, date: asked },
) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const provider = await readProvider(db, schoolId, providerId);
    if (!provider || !isOwnProvider(session, provider.id)) {
      return refuse('not-found', 'This provider is not in the list of providers. Choose another one.');
    }
    const date = asked ?? clock.today();
    const calendar = await readCalendarIndex(db, schoolId);
    const places = await readActivePlaces(db, clock.now(), { providerId, dates: [date] });
    const lines = await linesOf(db, schoolId, places, date);
    const host = provider.rules.termRota ? hostOn(provider, calendar, date) : undefined;
    return {
      ok: true,
      value: {
        date,
        label: formatDate(date),
        providerName: provider.name,
        ...(host === undefined ? {} : { host }),
        previousDay: step(calendar, date, -1),
        nextDay: step(calendar, date, 1),
        sessions: (['am', 'pm'] as const).flatMap((slot) => {
          const pupils = lines.filter((line) => line.slot === slot).map(({ line }) => line);
          return sessionOf(provider, { date, slot }, pupils);
        }),
      },
    };
  });

/** The sessions that the provider runs then, and others in which pupils have places all the same. */
function sessionOf(
  provider: StoredProvider,
  session: { readonly date: IsoDate; readonly slot: 'am' | 'pm' },
  pupils: Line[],
): Register['sessions'] {
  const run = providerSessionOn(provider, session);
  if (run === undefined && pupils.length === 0) return [];
  const closure = providerClosureOn(provider, session);
  return [
    {
      slot: session.slot,
      starts: run?.starts ?? '',
      ends: run?.ends ?? '',
      capacity: capacityOn(provider, session),
      adults: [...adultsOn(provider, session)],
      adultsNeeded: provider.rules.adultsNeeded ?? 0,
      ...(closure === undefined ? {} : { closed: closure.reason }),
      pupils,
    },
  ];
}

async function linesOf(
  db: Db,
  schoolId: string,
  places: readonly ActivePlace[],
  date: IsoDate,
): Promise<readonly { readonly slot: 'am' | 'pm'; readonly line: Line }[]> {
  const ids = [...new Set(places.map(({ placementId }) => placementId))];
  if (ids.length === 0) return [];
  const stays = new Map((await readStays(db, schoolId, { ids })).map((stay) => [stay.id, stay]));
  const marks = new Map((await readStayPlaces(db, ids)).map((place) => [place.id, place]));
  const tasks = groupRows(
    (await readStayTasks(db, ids)).filter(({ dropped }) => !dropped),
    ({ placementId }) => placementId,
  );
  const escorts = await readEscortNames(db, ids);
  const earlier = groupRows(
    await readEarlierPlaces(db, {
      providerId: places[0]?.providerId ?? '',
      pupilIds: [...new Set(places.map(({ pupilId }) => pupilId))],
    }),
    ({ pupilId }) => pupilId,
  );
  return places.flatMap((place) => {
    const [stay, mark] = [stays.get(place.placementId), marks.get(place.id)];
    if (!stay || !mark) return [];
    const escort = escorts.get(`${stay.id} ${date}`);
    const { missing, bars, received } = papersOf(tasks.get(stay.id) ?? []);
    const line: Line = {
      ...toWhose(stay),
      placeId: place.id,
      state: place.state,
      purpose: stay.purpose,
      schoolName: stay.schoolName,
      ...(escort === undefined ? {} : { escort }),
      missing,
      bars,
      received,
      repeat:
        countEarlierStays(
          { id: stay.id, exclusionId: stay.exclusionId, from: stay.expectedFrom },
          earlier.get(stay.pupilId) ?? [],
        ) > 0,
      ...toAttendance(mark),
    };
    return [{ slot: place.slot, line }];
  });
}

const HANDED_OVER: ReadonlySet<string> = new Set(['paper', 'code-of-conduct', 'work-set', 'work-again']);

/** Papers, signatures and work: what is not there yet, what of it bars the start, what came. Unsuitable work did not. */
function papersOf(tasks: readonly StayTaskRecord[]): {
  readonly missing: string[];
  readonly bars: string[];
  readonly received: string[];
} {
  const papers = tasks.filter(({ kind }) => HANDED_OVER.has(kind));
  return {
    missing: papers.filter(({ doneOn }) => doneOn === null).map(shortTask),
    bars: tasks.filter(({ doneOn, beforeArrival }) => beforeArrival && doneOn === null).map(shortTask),
    received: papers
      .filter(({ doneOn, verdict }) => doneOn !== null && verdict !== 'unsuitable')
      .map(shortTask),
  };
}

/** The school day before or after; where the terms entered end, the weekday. */
function step(calendar: CalendarIndex, date: IsoDate, by: 1 | -1): IsoDate {
  const near = Array.from({ length: 14 }, (_, at) => addDays(date, by * (at + 1)));
  return (
    near.find((day) => calendar.isSchoolDay(day)) ??
    near.find((day) => weekdayOf(day) <= 5) ??
    addDays(date, by)
  );
}
