import { hash, verify } from '@node-rs/argon2';

/** How much work one password is: kibibytes of memory, passes over them, threads. */
export interface PasswordCost {
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
}

/** OWASP’s minimum for Argon2id is 19 MiB with two passes; three make up for PCs that grow faster. */
export const PASSWORD_COST: PasswordCost = { memoryCost: 19_456, timeCost: 3, parallelism: 1 };

/** Argon2id in its own text form, with a random salt and the costs in it. Takes some hundredths of a second. */
export const hashPassword = (password: string, cost: PasswordCost = PASSWORD_COST): Promise<string> =>
  hash(password.normalize('NFC'), cost);

/** A hash that no password is known of: what an unknown name is checked against, so that it takes as long. */
let nobodys: Promise<string> | undefined;

/** Whether a password is the hash’s. Without a hash it is not, after the same work. */
export async function passwordMatches(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword(crypto.randomUUID());
  const matches = await verify(passwordHash ?? (await nobodys), password.normalize('NFC'));
  return matches && passwordHash !== undefined;
}
