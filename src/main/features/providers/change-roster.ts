import { adultsOn } from '#shared/domain/providers/adults-on.ts';
import { providerSessionOn } from '#shared/domain/providers/session-of.ts';
import { refuse, type FieldError } from '#shared/kernel/result.ts';
import { sayShortSession } from '#shared/text/provider-words.ts';
import { readActivePlaces, type ActivePlace } from '../../storage/repositories/places.ts';
import {
  replaceHosts,
  replaceRoster,
  setAdultChange,
  type StoredProvider,
} from '../../storage/repositories/providers.ts';
import type { Db } from '../../storage/store.ts';
import type { Context, Handler } from '../context.ts';
import { knownProvider } from './known-provider.ts';
import { toPutOut } from './read-put-out.ts';

const KEPT = 'Nothing was saved.';

/** Sets the adults of the ordinary week; an adult named twice for one half day counts once. */
export const saveRoster: Handler<'providers.roster'> = (context, { providerId, adults }) =>
  context.change(async (db) => {
    const found = await knownProvider(db, providerId, KEPT);
    if (!found.ok) return found;
    const provider = found.value;
    const keyOf = ({ weekday, slot, name }: (typeof adults)[number]) =>
      `${String(weekday)} ${slot} ${name.toLocaleLowerCase('en-GB')}`;
    const keys = adults.map(keyOf);
    const after = adults.filter((adult, at) => keys.indexOf(keyOf(adult)) === at);
    await replaceRoster(
      db,
      providerId,
      after.map((adult) => ({ ...adult, id: context.newId(), here: true })),
    );
    const days = provider.adults.filter(({ date }) => date !== undefined);
    const now = {
      ...provider,
      adults: [...days, ...after.map((adult) => ({ ...adult, id: '', here: true }))],
    };
    const before = provider.adults.flatMap(({ name, weekday, slot }) =>
      weekday === undefined ? [] : [{ name, weekday, slot }],
    );
    return {
      ok: true,
      value: {
        value: { without: toPutOut(provider, await withoutAdults(db, context, now)) },
        audit: { subjectType: 'provider', subjectId: providerId, detail: { roster: { before, after } } },
      },
    };
  });

/** Notes a change of one adult on one day; tells which bookings have too few adults by it. They stay booked. */
export const changeAdult: Handler<'providers.change-adult'> = (
  context,
  { providerId, name, session, change },
) =>
  context.change(async (db) => {
    const found = await knownProvider(db, providerId, KEPT);
    if (!found.ok) return found;
    const provider = found.value;
    const { date, slot } = session;
    if (!providerSessionOn(provider, session)) {
      return refuse('invalid-input', `${KEPT.slice(0, -1)}: the provider does not run then.`, {
        fields: [{ path: 'session', message: `It does not run on ${sayShortSession(session)}.` }],
      });
    }
    const others = provider.adults.filter(
      (adult) => !(adult.name === name && adult.date === date && adult.slot === slot),
    );
    const usually = adultsOn({ adults: others }, session).includes(name);
    if (change === 'away' && !usually) {
      return refuse('invalid-input', `Nothing was saved: ${name} is not down for it.`, {
        fields: [{ path: 'name', message: `${name} is not down for ${sayShortSession(session)}.` }],
      });
    }
    // Who is there in the ordinary week is there without a note.
    const note =
      change === 'as-usual' || (change === 'here' && usually)
        ? undefined
        : { id: context.newId(), here: change === 'here' };
    await setAdultChange(db, { providerId, name, date, slot }, note);
    const now = {
      ...provider,
      adults: note ? [...others, { ...note, name, date, slot }] : others,
    };
    const without = (await withoutAdults(db, context, now)).filter(
      (place) => place.date === date && place.slot === slot,
    );
    return {
      ok: true,
      value: {
        value: { without: toPutOut(provider, without) },
        audit: {
          subjectType: 'provider',
          subjectId: providerId,
          detail: { adult: { name, date, slot, change } },
        },
      },
    };
  });

/** Sets which centre hosts a rota in which term. */
export const saveHosts: Handler<'providers.hosts'> = (context, { providerId, hosts }) =>
  context.change(async (db) => {
    const found = await knownProvider(db, providerId, KEPT);
    if (!found.ok) return found;
    const fields = hosts.flatMap(({ schoolYear, term }, at): FieldError[] =>
      hosts.findIndex((other) => other.schoolYear === schoolYear && other.term === term) < at
        ? [{ path: `hosts.${String(at)}.term`, message: 'This term is given twice.' }]
        : [],
    );
    if (fields.length > 0) {
      return refuse('invalid-input', 'Nothing was saved: some of what was entered needs correcting.', {
        fields,
      });
    }
    await replaceHosts(db, providerId, hosts);
    const detail = { hosts: { before: found.value.hosts, after: hosts } };
    return {
      ok: true,
      value: { value: {}, audit: { subjectType: 'provider', subjectId: providerId, detail } },
    };
  });

/** The bookings, from today on, of sessions that have too few adults; they may be arranged for still. */
async function withoutAdults(
  db: Db,
  { clock }: Pick<Context, 'clock'>,
  provider: StoredProvider,
): Promise<readonly ActivePlace[]> {
  const { adultsNeeded } = provider.rules;
  if (adultsNeeded === undefined) return [];
  const places = await readActivePlaces(db, clock.now(), { providerId: provider.id, from: clock.today() });
  return places.filter((place) => adultsOn(provider, place).length < adultsNeeded);
}
