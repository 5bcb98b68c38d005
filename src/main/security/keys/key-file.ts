import { z } from 'zod';

const base64 = z.base64();
const instant = z.iso.datetime();

const slot = z.discriminatedUnion('kind', [
  /** By the key on the recovery sheet. */
  z.object({
    kind: z.literal('recovery'),
    madeAt: instant,
    /** When somebody showed that they have the sheet; missing until then. */
    confirmedAt: instant.optional(),
    salt: base64,
    wrapped: base64,
  }),
  /** By the key store of the operating system, for one account of one PC. */
  z.object({ kind: z.literal('system'), madeAt: instant, account: z.string(), sealed: base64 }),
  /** By the password of one person; `who` is a hash of the name. */
  z.object({
    kind: z.literal('password'),
    madeAt: instant,
    who: z.string(),
    salt: base64,
    /** Of Argon2id: KiB, passes, lanes. */
    cost: z.object({
      memory: z.number().int().min(8).max(1_048_576),
      passes: z.number().int().min(1).max(20),
      lanes: z.number().int().min(1).max(8),
    }),
    wrapped: base64,
  }),
  /** By anybody: the key in clear. Only while there is nobody's record in the database, or invented ones. */
  z.object({ kind: z.literal('open'), madeAt: instant, key: z.string().regex(/^[0-9a-f]{64}$/) }),
]);

const keyEntry = z.object({ id: z.string().min(1).max(40), madeAt: instant, slots: z.array(slot).max(500) });

const schema = z.object({
  format: z.literal('first-day-keys'),
  version: z.literal(1),
  /** For whoever finds the file. */
  note: z.string().max(500),
  databaseId: z.string().min(1).max(80),
  /** One; two while the key is being changed, the new one last. */
  keys: z.array(keyEntry).min(1).max(2),
});

/** What lies beside a database: its data key, locked in as many ways as there are to open it. */
export type KeyFile = z.output<typeof schema>;
/** One data key with its slots. */
export type KeyEntry = KeyFile['keys'][number];
export type Slot = KeyEntry['slots'][number];
export type SlotOf<K extends Slot['kind']> = Extract<Slot, { kind: K }>;
export type PasswordCost = SlotOf<'password'>['cost'];

const NOTE =
  'The keys of the First Day database beside this file. The database can only be opened with both; keep them together. Nothing in here opens it without a recovery sheet, a password or the PC it was made on.';
const OPEN_NOTE =
  'The key of the First Day database beside this file, in clear: anybody can open it. It is for invented records only.';

export const newKeyFile = (databaseId: string, keys: readonly KeyEntry[]): KeyFile => ({
  format: 'first-day-keys',
  version: 1,
  note: keys.some(({ slots }) => slots.some(({ kind }) => kind === 'open')) ? OPEN_NOTE : NOTE,
  databaseId,
  keys: [...keys],
});

/** A key file from its text; undefined when it is none or is damaged. */
export function parseKeyFile(text: string): KeyFile | undefined {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export const writeKeyFile = (file: KeyFile): string => `${JSON.stringify(file, null, 2)}\n`;

/** What ties a wrapped key to its database, its key and the way it is opened. */
export const purposeOf = (databaseId: string, keyId: string, kind: Slot['kind']): string =>
  `first-day key 1 ${databaseId} ${keyId} ${kind}`;
