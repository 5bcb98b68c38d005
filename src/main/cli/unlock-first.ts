import { readFileSync } from 'node:fs';
import { foldPersonName } from '#shared/domain/people/fold-person-name.ts';
import type { Office } from '../office/office.ts';
import { readRecoveryKey } from '../security/keys/recovery-key.ts';
import type { Secret } from '../security/keys/slots.ts';
import type { CliOptions } from './arguments.ts';
import { readPassword } from './read-password.ts';
import { UsageError } from './usage-error.ts';

const VARIABLE = 'FIRST_DAY_RECOVERY_KEY';

/**
 * Opens a locked database with the recovery key (--recovery-key-fd, FIRST_DAY_RECOVERY_KEY), else with the password of
 * `--user`; the system's key store is the window's alone. What could not be opened is said on standard error: commands
 * that need the database are then refused. Gives the password, if it was read: the person signs in with it too.
 */
export async function unlockFirst(
  office: Office,
  options: CliOptions,
  typed: string | undefined,
  known?: string,
): Promise<string | undefined> {
  if (office.desk.standing().state !== 'needs-key') return known;
  if (typed !== undefined) {
    const bytes = readRecoveryKey(typed);
    if (!bytes) throw new UsageError('That is no whole recovery key: seven groups of five characters.');
    await unlock(office, { kind: 'recovery', bytes });
    return known;
  }
  const { userName, passwordFd } = options;
  if (userName === undefined) return undefined;
  const password = known ?? (await readPassword({ passwordFd, prompt: `Password of ${userName}` }));
  if (password !== undefined)
    await unlock(office, { kind: 'password', foldedName: foldPersonName(userName), password });
  return password;
}

async function unlock(office: Office, secret: Secret): Promise<void> {
  const unlocked = await office.keys.unlock(secret, false);
  if (!unlocked.ok) process.stderr.write(`${unlocked.error.message}\n`);
}

/** Taken out of the environment, so that what this program starts does not inherit it. */
export function givenRecoveryKey(fd: number | undefined): string | undefined {
  const given = process.env[VARIABLE];
  delete process.env[VARIABLE];
  if (fd === undefined) return given === '' ? undefined : given;
  try {
    return readFileSync(fd, 'utf8');
  } catch {
    throw new UsageError(`Nothing could be read from file descriptor ${fd} (--recovery-key-fd).`);
  }
}
