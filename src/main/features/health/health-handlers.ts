import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { clockTime } from '#shared/text/clock-time.ts';
import { sayHealth } from '#shared/text/health-words.ts';
import { readHealth } from '../../storage/shared/read-health.ts';
import { readSqlChanges } from '../../storage/shared/read-sql-changes.ts';
import type { Context, Handler, Handlers } from '../context.ts';
import { readNotedBackup } from './noted-backup.ts';

type HealthOperations = 'health.check' | 'health.note-backup' | 'health.sql-changes';

/** Statements past the app that are shown at once. */
const SHOWN = 200;

/** How the server of a shared database is; the command line's `doctor` says the same of the server. */
const check: Handler<'health.check'> = async (context) => {
  const there = serverThere(context);
  if (!there.ok) return there;
  const { read, away, clock } = context;
  const entries = away?.entries() ?? [];
  const waiting = entries.filter(({ state }) => state === 'waiting').length;
  const { facts, backup } = await read(async (db) => ({
    facts: await readHealth(db),
    backup: await readNotedBackup(db),
  }));
  const here = { waiting, stopped: entries.length - waiting, backup, today: clock.today() };
  return ok({ lines: sayHealth(facts, here).map((line) => ({ ...line })) });
};

/** The server makes the backups; First Day knows of none but those that somebody says were made. */
const noteBackup: Handler<'health.note-backup'> = async (context, { on, tried }) => {
  const there = serverThere(context);
  if (!there.ok) return there;
  if (on > context.clock.today())
    return refuse('invalid-input', 'Nothing was noted: some of what was entered needs correcting.', {
      fields: [{ path: 'on', message: 'This day is still to come. Give the day of a backup that was made.' }],
    });
  return context.change<Record<string, never>>(async () =>
    ok({
      value: {},
      audit: { subjectType: 'shared-database', subjectId: context.store.location, detail: { on, tried } },
    }),
  );
};

/** Of the own workspace, as the database lets whoever asks see them. */
const sqlChanges: Handler<'health.sql-changes'> = async (context) => {
  const there = serverThere(context);
  if (!there.ok) return there;
  const found = await context.read((db) => readSqlChanges(db, SHOWN + 1));
  return ok({
    changes: found.slice(0, SHOWN).map(({ program, address, ...change }) => ({
      ...change,
      ...(program === null ? {} : { program }),
      ...(address === null ? {} : { address }),
    })),
    more: found.length > SHOWN,
  });
};

function serverThere({ store, away }: Pick<Context, 'store' | 'away'>): Result<true> {
  if (store.engine !== 'postgres')
    return refuse(
      'refused',
      'This PC works on a database of its own, which has no server. See Backups instead.',
    );
  const gone = away?.standing();
  return gone
    ? refuse(
        'unreachable',
        `The shared database cannot be reached since ${clockTime(gone.since)}, so that nothing is known of its server.`,
      )
    : ok(true);
}

export const healthHandlers: Pick<Handlers, HealthOperations> = {
  'health.check': check,
  'health.note-backup': noteBackup,
  'health.sql-changes': sqlChanges,
};
