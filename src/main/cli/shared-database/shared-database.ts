import { existsSync } from 'node:fs';
import type { Clock } from '#shared/kernel/clock.ts';
import { readJoinFile, writeJoinFile, type JoinFile } from '../../office/shared/join-file.ts';
import { fixedClock, systemClock } from '../../platform/clock.ts';
import type { PostgresPlace } from '../../storage/engines/postgres/place.ts';
import { connectAsOwner, type Owned } from '../../storage/shared/owner.ts';
import { updateDatabase, type Updated } from '../../storage/shared/update-database.ts';
import { StoreUnreachableError, StoreUnusableError } from '../../storage/store.ts';
import type { CliOptions } from '../arguments.ts';
import { readPassword } from '../read-password.ts';
import { UsageError } from '../usage-error.ts';
import { moveRecordsIn } from './move-in.ts';
import { moveRecordsOut } from './move-out.ts';
import { addWorkspace } from './add-workspace.ts';
import { newWorkspace } from './new-workspace.ts';
import { readUrl } from './read-url.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Sets up and looks after a shared database: `create`, `add-school`, `update`, `move-in`, `move-out`. Each step says what it did, and each may be
 * run again. Throws `UsageError`, `StoreUnusableError`.
 */
export async function sharedDatabase(options: CliOptions): Promise<0 | 1> {
  const clock = options.today ? fixedClock(options.today) : systemClock;
  try {
    switch (options.operation) {
      case 'create':
        return await create(options, clock);
      case 'add-school':
        return await addSchool(options, clock);
      case 'update':
        return await withOwner(options, false, async ({ owned, place }) => {
          say(updatedLine(await updateDatabase(owned.client, place.database)));
        });
      case 'move-in':
        return await withOwner(options, false, ({ owned, place }) =>
          moveRecordsIn(options, { owned, place, clock, say }),
        );
      case 'move-out':
        return await withOwner(options, false, ({ owned, place }) =>
          moveRecordsOut(options, { owned, place, clock, say }),
        );
      default:
        throw new UsageError(
          'What is to be done: shared-database create, add-school, update, move-in, move-out?',
        );
    }
  } catch (error) {
    if (error instanceof StoreUnreachableError)
      throw new StoreUnusableError(`${error.message} Nothing was changed.`, { cause: error });
    throw error;
  }
}

function create(options: CliOptions, clock: Clock): Promise<0> {
  const workspace = newWorkspace(options, clock);
  const joinPath = options.setUp.join ?? 'shared-database.json';
  return withOwner(options, true, async ({ owned, place }) => {
    const { database } = place;
    say(`Server: PostgreSQL ${owned.server}.`);
    say(
      `Database: ${database} ${owned.made ? 'was made' : 'is there already'}; it belongs to ${owned.owner}.`,
    );
    say(updatedLine(await updateDatabase(owned.client, database)));
    await addWorkspace(workspace, { owned, place, clock, password: passwordFor(options), say });
    await writeJoin(joinPath, {
      kind: 'first-day-shared-database',
      version: 1,
      name: options.setUp.name ?? workspace.name,
      database,
      servers: [...place.servers],
      tls: place.tls.mode === 'none' ? { mode: 'none' } : { mode: 'verify', ca: place.tls.ca },
    });
  });
}

function addSchool(options: CliOptions, clock: Clock): Promise<0> {
  const workspace = newWorkspace(options, clock);
  return withOwner(options, false, async ({ owned, place }) => {
    await addWorkspace(workspace, { owned, place, clock, password: passwordFor(options), say });
  });
}

/** A file that says the same stays as it is; another one is never written over. */
async function writeJoin(path: string, file: JoinFile): Promise<void> {
  const before = existsSync(path) ? readJoinFile(path) : undefined;
  const same =
    before?.ok === true &&
    before.value.database === file.database &&
    JSON.stringify(before.value.servers) === JSON.stringify(file.servers) &&
    JSON.stringify(before.value.tls) === JSON.stringify(file.tls);
  if (before && !same)
    throw new UsageError(`${path} is another file. Give --join PATH for the one to be written.`);
  if (!same) await writeJoinFile(path, file);
  say(
    `File for joining: ${path}${same ? ' is there already' : ' was written'}. Give it to each PC; it holds no password.`,
  );
}

const updatedLine = ({ from, to }: Updated): string =>
  from === to
    ? `Tables: version ${String(to)} already. Rights: set again.`
    : from === 0
      ? `Tables: made, version ${String(to)}. Rights: set.`
      : `Tables: brought from version ${String(from)} to ${String(to)}. Rights: set again.`;

interface Work {
  readonly owned: Owned;
  readonly place: PostgresPlace;
}

async function withOwner(
  options: CliOptions,
  make: boolean,
  work: (given: Work) => Promise<void>,
): Promise<0> {
  const { url, ca, ownerPasswordFd } = options.setUp;
  const at = readUrl(url, ca);
  const password = await readPassword({
    passwordFd: ownerPasswordFd,
    prompt: `Password of ${at.user} at the server`,
    variable: 'FIRST_DAY_OWNER_PASSWORD',
    option: '--owner-password-fd',
  });
  if (password === undefined)
    throw new UsageError(
      `No password of ${at.user} was given: type it at the prompt, or use --owner-password-fd or FIRST_DAY_OWNER_PASSWORD.`,
    );
  const place: PostgresPlace = { ...at, password };
  const owned = await connectAsOwner(place, make);
  try {
    await work({ owned, place });
    return 0;
  } finally {
    await owned.client.end().catch(() => undefined);
  }
}

const passwordFor = (options: CliOptions) => () => administratorsPassword(options);

async function administratorsPassword({ passwordFd, setUp }: CliOptions): Promise<string> {
  const prompt = `A password for ${setUp.administrator ?? 'the administrator'} in First Day`;
  const password = await readPassword({ passwordFd, prompt });
  if (password === undefined)
    throw new UsageError(
      'No password for the administrator was given: type it at the prompt, or use --password-fd or FIRST_DAY_PASSWORD.',
    );
  return password;
}
