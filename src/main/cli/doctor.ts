import { dirname } from 'node:path';
import { foldPersonName } from '#shared/domain/people/fold-person-name.ts';
import { sayHealth, type HealthLine } from '#shared/text/health-words.ts';
import { joinedIn, readJoinFile, type JoinFile } from '../office/shared/join-file.ts';
import { describePlace } from '../storage/engines/postgres/place.ts';
import { openPostgresStore } from '../storage/engines/postgres/postgres.ts';
import { loginRoleOf } from '../storage/shared/login-role.ts';
import { readHealth } from '../storage/shared/read-health.ts';
import { StoreUnreachableError, StoreUnusableError } from '../storage/store.ts';
import type { CliOptions } from './arguments.ts';
import { readPassword } from './read-password.ts';
import { UsageError } from './usage-error.ts';

const MARKS = { good: '   ', look: ' ? ', bad: ' ! ' } as const;

/**
 * Looks a shared database and its server over, as the person of `--user` or as a login of the server itself, and prints a
 * line for everything looked at. Works where the program’s version does not fit the data. Changes nothing. Exit code 0
 * when all is well or only worth a look, 1 when something is wrong.
 */
export async function runDoctor(options: CliOptions): Promise<0 | 1> {
  const join = joinOf(options);
  const { userName, passwordFd } = options;
  if (userName === undefined) throw new UsageError('Say with --user who asks the server.');
  const password = await readPassword({ passwordFd, prompt: `Password of ${userName}` });
  if (password === undefined) throw new UsageError(`No password of ${userName} was given.`);
  const lines = await examine(join, userName, password);
  const found = lines.some(({ state }) => state === 'bad');
  if (options.json) process.stdout.write(`${JSON.stringify({ lines })}\n`);
  else {
    const text = lines.map((line) => `${MARKS[line.state]}${line.text}`).join('\n');
    process.stdout.write(`The shared database ${describePlace(join)}:\n${text}\n`);
  }
  return found ? 1 : 0;
}

function joinOf({ shared, database }: CliOptions): JoinFile {
  const joined = shared === undefined ? joinedIn(dirname(database)) : readJoinFile(shared);
  if (joined === undefined)
    throw new UsageError(
      'This PC works on a database of its own. Give the file of a shared one: --shared FILE.',
    );
  if (!joined.ok) throw new UsageError(joined.error.message);
  return joined.value;
}

/** A person's login is tried first; somebody who looks after the server has one that is not made of a name. */
async function examine(
  { servers, database, tls }: JoinFile,
  userName: string,
  password: string,
): Promise<readonly HealthLine[]> {
  const users = [loginRoleOf(database, foldPersonName(userName)), userName];
  let refused: StoreUnusableError | undefined;
  for (const user of users) {
    const store = openPostgresStore({ servers, database, tls, user, password });
    try {
      return sayHealth(await store.read(readHealth));
    } catch (error) {
      if (error instanceof StoreUnreachableError)
        return [
          { state: 'bad', text: `${error.message} See that it runs, and the network on the way there.` },
        ];
      if (!(error instanceof StoreUnusableError)) throw error;
      refused ??= error;
    } finally {
      await store.close();
    }
  }
  return [{ state: 'bad', text: refused?.message ?? 'Nobody was let in.' }];
}
