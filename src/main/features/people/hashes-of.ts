import { hashPassword } from '../../security/passwords.ts';
import { AT_THE_SERVER } from '../../storage/shared/create-person.ts';
import { scramVerifier } from '../../storage/shared/scram.ts';
import type { Context } from '../context.ts';

/** What is kept of a password: here, or by the server of a shared database, which is given a `verifier`. */
export interface PasswordHashes {
  readonly passwordHash: string;
  readonly verifier?: string;
}

/** Takes some tenths of a second. */
export async function hashesOf(
  { store, passwordCost }: Pick<Context, 'store' | 'passwordCost'>,
  password: string,
): Promise<PasswordHashes> {
  return store.login
    ? { passwordHash: AT_THE_SERVER, verifier: await scramVerifier(password) }
    : { passwordHash: await hashPassword(password, passwordCost) };
}
