import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import { hashRaw } from '@node-rs/argon2';
import { writeWhole } from '../../platform/files/write-whole.ts';
import { PASSWORD_COST } from '../../security/keys/slots.ts';

/** A key made from a password, with the salt it is made again with. */
export interface BookKey {
  readonly salt: Buffer;
  readonly key: Buffer;
}

const MARK = Buffer.from('first-day-away-1\n', 'latin1');
const SALT = 16;
const NONCE = 12;
const TAG = 16;
const HEAD = MARK.length + SALT;

/** Larger than the largest school’s, so that no file can fill the memory. */
export const MOST_BYTES = 200 * 1024 * 1024;

const squeeze = promisify<Buffer, { level: number }, Buffer>(deflate);
const unsqueeze = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate);

/** The file of one person at one shared database, found without either’s name. */
export const bookName = (database: string, loginRole: string): string =>
  `${createHash('sha256').update(`first-day away\0${database}\0${loginRole}`).digest('hex').slice(0, 32)}.away`;

/** Argon2id at the cost of people’s passwords; takes some tenths of a second, off the main thread. */
export async function bookKey(password: string, salt: Buffer = randomBytes(SALT)): Promise<BookKey> {
  const { memory, passes, lanes } = PASSWORD_COST;
  const cost = { memoryCost: memory, timeCost: passes, parallelism: lanes };
  return { salt, key: await hashRaw(password.normalize('NFKC'), { ...cost, outputLen: 32, salt }) };
}

/** Writes it whole or not at all: AES-256-GCM under a new nonce, head and name of the file authenticated with it. */
export async function writeBook(
  path: string,
  name: string,
  { salt, key }: BookKey,
  content: Buffer,
): Promise<void> {
  if (content.length > MOST_BYTES) throw new Error('What is kept for when the server is away is too large.');
  const head = Buffer.concat([MARK, salt]);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.concat([head, Buffer.from(name)]));
  const sealed = [cipher.update(await squeeze(content, { level: 1 })), cipher.final(), cipher.getAuthTag()];
  await writeWhole(path, Buffer.concat([head, nonce, ...sealed]));
}

/** `undefined`: there is no such file, or it is none of ours. `wrong`: another password, or a bit of it was changed. */
export async function readBook(
  path: string,
  name: string,
  password: string,
): Promise<{ readonly key: BookKey; readonly content: Buffer } | 'wrong' | undefined> {
  let file: Buffer;
  try {
    file = await readFile(path);
  } catch {
    return undefined;
  }
  if (file.length < HEAD + NONCE + TAG || !file.subarray(0, MARK.length).equals(MARK)) return undefined;
  const key = await bookKey(password, Buffer.from(file.subarray(MARK.length, HEAD)));
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.key, file.subarray(HEAD, HEAD + NONCE), {
      authTagLength: TAG,
    })
      .setAAD(Buffer.concat([file.subarray(0, HEAD), Buffer.from(name)]))
      .setAuthTag(file.subarray(-TAG));
    const opened = Buffer.concat([decipher.update(file.subarray(HEAD + NONCE, -TAG)), decipher.final()]);
    return { key, content: await unsqueeze(opened, { maxOutputLength: MOST_BYTES }) };
  } catch {
    return 'wrong';
  }
}
