import { createHash } from 'node:crypto';
import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { capacityOn } from '#shared/domain/providers/session-of.ts';
import type { PlanFacts } from './read-plan-facts.ts';

/** One thing of the book that a plan rests on. */
export interface BasisPart {
  readonly key: string;
  readonly value: string;
}

const hash = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

/** Everything of the book that a plan rests on, in parts small enough to say what changed. */
export function planBasis({ place, waiting }: PlanFacts): readonly BasisPart[] {
  const sessions = [
    ...new Map(
      waiting.flatMap(({ wanted }) =>
        wanted.map(({ date, slot }) => [sessionKey({ date, slot }), { date, slot }] as const),
      ),
    ).values(),
  ].toSorted((a, b) => (sessionKey(a) < sessionKey(b) ? -1 : 1));
  const providers = [...place.providers.values()].flatMap((provider): BasisPart[] => {
    const { id, sessions: week, closures, adults, hosts, rules, active } = provider;
    const { weekCapacity, schoolShare } = provider;
    return [
      {
        key: `provider/${id}`,
        value: hash([week, closures, adults, hosts, rules, active, weekCapacity, schoolShare]),
      },
      ...sessions.map((session) => {
        const there = place.book.at(id, session);
        const who = hash(there.map(({ pupilId }) => pupilId).toSorted());
        return {
          key: `session/${id}/${sessionKey(session)}`,
          value: `${String(there.length)} of ${String(capacityOn(provider, session))} ${who}`,
        };
      }),
    ];
  });
  const cases = waiting.map(({ exclusion, wanted }): BasisPart => ({
    key: `case/${exclusion.id}`,
    value: hash([exclusion.kind, exclusion.state, exclusion.inCare, exclusion.yearGroup, wanted]),
  }));
  return [...providers, ...cases, { key: 'apart', value: hash(place.pairs) }];
}

/**
 * What is different now from when a plan was made, in sentences; empty when nothing is. A basis with other parts than
 * now (a pupil more or less, a new provider) differs too.
 */
export function basisDifferences(then: readonly BasisPart[], facts: PlanFacts): readonly string[] {
  const now = new Map(planBasis(facts).map(({ key, value }) => [key, value]));
  const before = new Map(then.map(({ key, value }) => [key, value]));
  const changed = [...new Set([...now.keys(), ...before.keys()])].filter(
    (key) => now.get(key) !== before.get(key),
  );
  return [...new Set(changed.map((key) => sayDifference(key, before.get(key), now.get(key), facts)))];
}

function sayDifference(
  key: string,
  before: string | undefined,
  now: string | undefined,
  { place, waiting }: PlanFacts,
): string {
  const [part = '', id = '', session = ''] = key.split('/');
  const provider = place.providers.get(id)?.name ?? 'A provider';
  if (part === 'session') {
    const [date = '', slot = ''] = session.split(' ');
    const then = `${provider}, ${formatShortDate(date)} ${slot}`;
    if (now === undefined) return `${then}: nobody waits for that session any more.`;
    if (before === undefined) return `${then}: somebody waits for that session now.`;
    const count = (value: string) => value.split(' ').slice(0, 3).join(' ');
    return `${then}: ${count(now)} places are taken, ${count(before)} when it was planned.`;
  }
  if (part === 'provider') return `${provider}: its week, closures, adults or rules were changed.`;
  if (part === 'apart') return 'Who is kept apart was changed.';
  const name = waiting.find(({ exclusion }) => exclusion.id === id)?.exclusion.name;
  if (name === undefined) return 'A pupil of the plan does not wait for places any more.';
  return before === undefined
    ? `${name} waits for places now too.`
    : `${name}: the case or its places changed.`;
}
