import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { stayDays } from '#shared/domain/use/place-use.ts';
import type { UsedPlace } from '#shared/domain/use/types.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { readCalendarIndex } from '../../storage/repositories/exclusion-calendar.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { readSchoolNames } from '../../storage/repositories/place-use.ts';
import { readActivePlaces, type ActivePlace } from '../../storage/repositories/places.ts';
import type { StoredProvider } from '../../storage/repositories/providers.ts';
import { readWorkspace, type School } from '../../storage/repositories/workspace.ts';
import type { Db } from '../../storage/store.ts';
import { placesOffered } from '../places-free.ts';
import { readForecast } from '../read-forecast.ts';
import { readProviderUse, type ProviderUse } from '../provider-use.ts';
import { figuresOf, figuresOfSchool, totalFigures, type Answer, type Figures } from './places-figures.ts';
import { readSchoolNeed } from './read-school-need.ts';

export interface Asked {
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  readonly by: Answer['by'];
}

type Row = Answer['rows'][number];

/**
 * Places of a period up to today, by provider or by the school that sends the pupils. A database keeps the exclusions of
 * one school: that school has its need beside its places, those whose pupils visit have places alone.
 */
export async function readPlaces(db: Db, clock: Clock, { by, ...asked }: Asked): Promise<Result<Answer>> {
  const today = clock.today();
  const from = asked.from ?? `${schoolYearOf(today)}-09-01`;
  const to = asked.to === undefined || asked.to > today ? today : asked.to;
  if ((asked.to ?? to) < from) {
    return refuse('invalid-input', 'The last day is before the first day.', {
      fields: [{ path: 'to', message: 'Enter a day that is not before the first day.' }],
    });
  }
  const school = (await readWorkspace(db))?.school;
  if (school === undefined) return ok({ bookedHere: false, from, to, by, rows: [] });
  const schoolId = school.id;
  const index = await readCalendarIndex(db, schoolId);
  const sessions = index.sessionsBetween({ date: from, slot: 'am' }, { date: to, slot: 'pm' });
  const { providers, places } = await readProviderUse(db, { schoolId, sessions, from, to });
  const need = await readSchoolNeed(db, clock, { schoolId, index, from, to });
  const forecast = await readForecast(db, clock);
  if (!forecast.ok) return forecast;
  const coming = forecast.value.days.flatMap(({ date, slots }) => slots.map((slot) => ({ date, slot })));
  const ahead = aheadOf(coming, await placesIn(db, clock, coming));
  const rows =
    by === 'provider'
      ? providerRows(providers, ahead)
      : schoolRows(school, providers, places, ahead, { need, names: await readSchoolNames(db) });
  return ok({
    bookedHere: true,
    from,
    to,
    by,
    rows,
    total: totalFigures(
      providers,
      places,
      sumAhead(providers.map(({ provider }) => ahead.atProvider(provider))),
    ),
    need,
    forecast: forecast.value,
  });
}

/** Places taken in these sessions, holds included. */
async function placesIn(db: Db, clock: Clock, sessions: readonly Session[]): Promise<readonly ActivePlace[]> {
  const [first, last] = [sessions.at(0), sessions.at(-1)];
  if (first === undefined || last === undefined) return [];
  const places = await readActivePlaces(db, clock.now(), { from: first.date, to: last.date });
  const wanted = new Set(sessions.map(sessionKey));
  return places.filter((place) => wanted.has(sessionKey(place)));
}

interface Ahead {
  readonly atProvider: (provider: StoredProvider) => Figures['ahead'];
  readonly ofSchool: (schoolId: string) => number;
}

/** Who has no places ready, but gives what is booked, has none open. */
function aheadOf(sessions: readonly Session[], places: readonly ActivePlace[]): Ahead {
  const byProvider = groupRows(places, ({ providerId }) => providerId);
  const bySchool = groupRows(places, ({ schoolId }) => schoolId);
  return {
    atProvider: (provider) => ({
      open: sessions.reduce((sum, session) => sum + placesOffered(provider, session), 0),
      taken: byProvider.get(provider.id)?.length ?? 0,
    }),
    ofSchool: (schoolId) => bySchool.get(schoolId)?.length ?? 0,
  };
}

const sumAhead = (parts: readonly Figures['ahead'][]): Figures['ahead'] => ({
  open: parts.reduce((sum, { open }) => sum + (open ?? 0), 0),
  taken: parts.reduce((sum, { taken }) => sum + taken, 0),
});

const providerRows = (providers: readonly ProviderUse[], ahead: Ahead): Row[] =>
  providers
    .map(({ provider, use, stayDays: lengths }) => ({
      id: provider.id,
      name: provider.name,
      kind: provider.kind,
      ...figuresOf(use, lengths, ahead.atProvider(provider)),
    }))
    .filter(({ open, taken, ahead: next }) => [open, taken, next.open, next.taken].some((one) => one !== 0));

function schoolRows(
  home: School,
  providers: readonly ProviderUse[],
  places: readonly UsedPlace[],
  ahead: Ahead,
  { need, names }: { readonly need: Row['need']; readonly names: ReadonlyMap<string, string> },
): Row[] {
  const prices = new Map(providers.map(({ provider: { id, rules } }) => [id, rules.costPence]));
  const bySchool = groupRows(places, ({ schoolId }) => schoolId);
  return [...new Set([home.id, ...bySchool.keys()])]
    .map((id) => {
      const own = bySchool.get(id) ?? [];
      return {
        id,
        name: names.get(id) ?? 'Another school',
        ...figuresOfSchool(own, stayDays(own), (provider) => prices.get(provider), ahead.ofSchool(id)),
        ...(id === home.id ? { need } : {}),
      };
    })
    .toSorted((a, b) => b.taken - a.taken || a.name.localeCompare(b.name, 'en-GB'));
}
