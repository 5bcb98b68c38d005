import { ok, refuse } from '#shared/kernel/result.ts';
import { readExclusion } from '../../storage/repositories/exclusions.ts';
import type { OutboxEntry } from '../away-desk.ts';
import type { Handler, Handlers } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { entryView } from './entry-view.ts';

const status: Handler<'outbox.status'> = async ({ away }) => {
  const entries = away?.entries() ?? [];
  const standing = away?.standing();
  const waiting = entries.filter(({ state }) => state === 'waiting').length;
  return ok({ ...(standing ? { away: standing } : {}), waiting, stopped: entries.length - waiting });
};

const list: Handler<'outbox.list'> = async ({ away }) =>
  ok({ entries: (away?.entries() ?? []).map(entryView) });

/** It is sent at the next turn, and what stopped because of it follows. */
const tryAgain: Handler<'outbox.try-again'> = async ({ away }, { id }) => {
  const wanted = away?.entries().find((one) => one.id === id);
  if (!away || !wanted) return NOT_THERE;
  await away.settle((entries) => entries.map((one) => (goesWith(one, wanted) ? sentAnew(one) : one)));
  return ok({});
};

/** First the audit row, then it goes: nothing leaves the outbox without a trace. */
const discard: Handler<'outbox.discard'> = async ({ away, change }, { id, reason }) => {
  const wanted = away?.entries().find((one) => one.id === id);
  if (!away || !wanted) return NOT_THERE;
  if (wanted.state === 'waiting')
    return refuse('conflict', 'This is being sent. Look again in a moment; nothing was taken out.');
  const { operation, title, at, pupilId, said } = wanted;
  const noted = await change<Record<string, never>>(async () =>
    ok({
      value: {},
      audit: {
        subjectType: pupilId === undefined ? 'outbox' : 'pupil',
        subjectId: pupilId ?? id,
        detail: { discarded: operation, title, givenAt: at, said: said ?? '', reason },
      },
    }),
  );
  if (!noted.ok) return noted;
  await away.settle((entries) =>
    entries.filter((one) => one.id !== id).map((one) => (goesWith(one, wanted) ? sentAnew(one) : one)),
  );
  return ok({});
};

const printed: Handler<'outbox.printed'> = ({ change }, { exclusionId, templateId, title, format }) =>
  change(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    if (!(await readExclusion(db, home.value.school.id, exclusionId)))
      return refuse('not-found', 'There is no such exclusion here, so its letter was not noted.');
    return ok({
      value: {},
      audit: {
        subjectType: 'exclusion',
        subjectId: exclusionId,
        detail: { letter: templateId, title, format, away: true },
      },
    });
  });

export const outboxHandlers = {
  'outbox.status': status,
  'outbox.list': list,
  'outbox.try-again': tryAgain,
  'outbox.discard': discard,
  'outbox.printed': printed,
} satisfies Partial<Handlers>;

/** The same command, or one about the same pupil. */
const goesWith = (one: OutboxEntry, wanted: OutboxEntry): boolean =>
  one.id === wanted.id || (wanted.pupilId !== undefined && one.pupilId === wanted.pupilId);

const sentAnew = (one: OutboxEntry): OutboxEntry => ({ ...one, state: 'waiting', said: undefined });

const NOT_THERE = refuse('not-found', 'This is not in the outbox any more: it was sent or taken out.');
