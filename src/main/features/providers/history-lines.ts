import { z } from 'zod';
import { providersContract } from '#shared/contract/providers.ts';
import { formatSchoolYear, formatSession } from '#shared/domain/calendar/format-date.ts';
import { sayClosure } from '#shared/text/closure-words.ts';
import { WEEKDAY_NAMES } from '#shared/text/provider-words.ts';
import { formDifferences } from './form-differences.ts';

const slot = z.enum(['am', 'pm']);
const form = providersContract['providers.get'].output.shape.provider;
const closure = z.object({
  from: z.string(),
  to: z.string(),
  slot: z.enum(['am', 'pm', 'all']),
  reason: z.string(),
  places: z.number().optional(),
});
const adult = z.object({ name: z.string(), weekday: z.number(), slot });
const host = z.object({ schoolYear: z.number(), term: z.string(), host: z.string() });

/** What this page reads of the snapshots in the audit trail; everything else in them is passed over. */
const details = z.union([
  z.object({
    before: form.optional(),
    after: form,
    reason: z.string().optional(),
    gaveUp: z.number().optional(),
  }),
  z.object({ closed: closure, gaveUp: z.number().optional() }),
  z.object({ reopened: closure }),
  z.object({ roster: z.object({ before: z.array(adult), after: z.array(adult) }) }),
  z.object({
    adult: z.object({
      name: z.string(),
      date: z.string(),
      slot,
      change: z.enum(['here', 'away', 'as-usual']),
    }),
  }),
  z.object({ shared: z.boolean() }),
  z.object({ hosts: z.object({ before: z.array(host), after: z.array(host) }) }),
]);

interface Told {
  readonly lines: readonly string[];
  readonly reason?: string | undefined;
}

/** The snapshot of one change of a provider in words; no line for what changed nothing or cannot be read. */
export function historyLines(detail: unknown): Told {
  const read = details.safeParse(detail);
  if (!read.success) return { lines: [] };
  const { data } = read;
  if ('after' in data) {
    const lines = data.before ? formDifferences(data.before, data.after) : ['Added to the list'];
    return { lines: [...lines, ...gaveUp(data.gaveUp)], reason: data.reason };
  }
  if ('closed' in data) {
    return { lines: [outOf(data.closed), ...gaveUp(data.gaveUp)], reason: data.closed.reason };
  }
  if ('reopened' in data) {
    const { places } = data.reopened;
    const what = places === undefined ? 'Open again' : `${placesOf(places)} back in use`;
    return { lines: [`${what}: ${sayClosure(data.reopened)}`] };
  }
  if ('roster' in data) return { lines: rosterLines(data.roster.before, data.roster.after) };
  if ('adult' in data) {
    const { name, date, slot: half, change } = data.adult;
    const words = { here: 'there besides', away: 'away', 'as-usual': 'as in the ordinary week' }[change];
    return { lines: [`${name} ${words}: ${formatSession({ date, slot: half })}`] };
  }
  if ('shared' in data)
    return { lines: [data.shared ? 'Open to every school of the area' : 'Kept for its own school'] };
  return { lines: hostLines(data.hosts.before, data.hosts.after) };
}

const placesOf = (count: number): string => (count === 1 ? '1 place' : `${String(count)} places`);

const outOf = (one: z.output<typeof closure>): string =>
  `${one.places === undefined ? 'Closed' : `${placesOf(one.places)} out of use`}: ${sayClosure(one)}`;

const gaveUp = (count: number | undefined): readonly string[] =>
  count ? [`${placesOf(count)} of pupils given up with it`] : [];

type Adult = z.output<typeof adult>;

function rosterLines(before: readonly Adult[], after: readonly Adult[]): readonly string[] {
  const say = ({ name, weekday, slot: half }: Adult) =>
    `${name}, ${WEEKDAY_NAMES[weekday - 1] ?? ''} ${half}`;
  const [was, is] = [new Set(before.map(say)), new Set(after.map(say))];
  return [
    ...[...is].filter((one) => !was.has(one)).map((one) => `Down for it: ${one}`),
    ...[...was].filter((one) => !is.has(one)).map((one) => `No longer down for it: ${one}`),
  ];
}

type Host = z.output<typeof host>;

function hostLines(before: readonly Host[], after: readonly Host[]): readonly string[] {
  const term = (one: Host) => `${one.term} term ${formatSchoolYear(one.schoolYear)}`;
  const was = new Map(before.map((one) => [term(one), one.host]));
  const is = new Map(after.map((one) => [term(one), one.host]));
  return [
    ...[...is]
      .filter(([key, name]) => was.get(key) !== name)
      .map(
        ([key, name]) => `Host of the ${key}: ${name}${was.has(key) ? `, was ${was.get(key) ?? ''}` : ''}`,
      ),
    ...[...was.keys()].filter((key) => !is.has(key)).map((key) => `No host of the ${key} any more`),
  ];
}
