import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import { readCoveredExclusions, type CoveredExclusion } from '../storage/repositories/cover.ts';
import { readCalendarIndex } from '../storage/repositories/exclusion-calendar.ts';
import { groupRows } from '../storage/repositories/group-rows.ts';
import { inChunks } from '../storage/repositories/in-chunks.ts';
import { readProviders, type StoredProvider } from '../storage/repositories/providers.ts';
import { readStayTasks, type StayTaskRecord } from '../storage/repositories/stay-tasks.ts';
import { readStayPlaces, readStays, type StayPlace, type StayRecord } from '../storage/repositories/stays.ts';
import type { Db } from '../storage/store.ts';
import { homeSchool } from './home-school.ts';

/** What the tasks of a stay follow from, and those that are there. */
export interface StayFacts {
  readonly stay: StayRecord;
  readonly provider: StoredProvider;
  readonly places: readonly StayPlace[];
  readonly tasks: readonly StayTaskRecord[];
  /** The exclusion it is of, if any. */
  readonly exclusion?: CoveredExclusion | undefined;
  /** Of the provider's school. */
  readonly calendar: CalendarIndex;
}

/** A change of the calendar asks for hundreds of stays: those that are there, in the order of the ids. */
export async function readStayFacts(db: Db, placementIds: readonly string[]): Promise<readonly StayFacts[]> {
  const home = await homeSchool(db);
  if (!home.ok || placementIds.length === 0) return [];
  const schoolId = home.value.school.id;
  const rows = await readStays(db, schoolId, { ids: placementIds });
  const stays = new Map(rows.map((stay) => [stay.id, stay]));
  const [first, ...others] = new Set(rows.map(({ providerId }) => providerId));
  const one = first === undefined || others.length > 0 ? {} : { providerId: first };
  const providers = new Map((await readProviders(db, { schoolId, ...one })).map((each) => [each.id, each]));
  const places = groupRows(await readStayPlaces(db, placementIds), ({ placementId }) => placementId);
  const tasks = groupRows(await readStayTasks(db, placementIds), ({ placementId }) => placementId);
  const exclusions = await exclusionsOf(db, rows);
  const calendars = new Map<string, CalendarIndex>();
  const facts: StayFacts[] = [];
  for (const id of placementIds) {
    const stay = stays.get(id);
    const provider = stay && providers.get(stay.providerId);
    if (stay === undefined || provider === undefined) continue;
    const calendar = calendars.get(provider.schoolId) ?? (await readCalendarIndex(db, provider.schoolId));
    calendars.set(provider.schoolId, calendar);
    facts.push({
      stay,
      provider,
      places: places.get(id) ?? [],
      tasks: tasks.get(id) ?? [],
      exclusion: exclusions.get(stay.exclusionId ?? ''),
      calendar,
    });
  }
  return facts;
}

/** The exclusions of stays, by id; each is looked for in the school that sends the pupil. */
async function exclusionsOf(
  db: Db,
  stays: readonly StayRecord[],
): Promise<ReadonlyMap<string, CoveredExclusion>> {
  const found = new Map<string, CoveredExclusion>();
  for (const [schoolId, ofSchool] of groupRows(stays, (stay) => stay.schoolId)) {
    const ids = ofSchool.flatMap(({ exclusionId }) => exclusionId ?? []);
    for (const some of inChunks([...new Set(ids)], 500)) {
      for (const one of await readCoveredExclusions(db, schoolId, some)) found.set(one.id, one);
    }
  }
  return found;
}
