import { z } from 'zod';
import { command, query } from './operation.ts';
import { line, nothing } from './parts.ts';
import { sharedAbout } from './sharing.ts';

const instant = z.string();

/** Longer than any key with spaces between all its characters. */
const recoveryKey = z.string().trim().min(1, 'Enter the recovery key.').max(200);

const password = z.string().min(1, 'Enter the password.').max(400);

/** A recovery key that is told this once, and which of its groups to type back. */
const newRecoveryKey = z.object({
  recoveryKey: z.string(),
  sheet: z.string(),
  madeAt: instant,
  ask: z.array(z.number().int()).length(2),
});

export const keysContract = {
  'keys.status': query({
    summary: 'Whether the database is open, and what can open it.',
    permission: 'anyone',
    withoutDatabase: true,
    input: nothing,
    output: z.object({
      state: z.enum(['opening', 'open', 'needs-key', 'needs-sign-in', 'damaged', 'unusable']),
      why: z.string().optional(),
      /** Missing while the database is not open, and where it is no file of this PC. */
      keys: z
        .object({
          open: z.boolean(),
          recovery: z.object({ sheet: z.string(), madeAt: instant, confirmed: z.boolean() }).optional(),
          thisAccount: z.object({ name: z.string(), admitted: z.boolean() }).optional(),
          otherAccounts: z.number().int(),
          passwords: z.number().int(),
          keyMadeAt: instant.optional(),
        })
        .optional(),
      /** There where this PC has joined a shared database: which one, on which servers, and how it is known. */
      shared: sharedAbout.optional(),
      /** What the system's key store is known as here, such as “this Windows account”; missing without one. */
      accountName: z.string().optional(),
    }),
  }),
  'keys.unlock': command({
    summary: 'Open the database with its recovery key, or with a name and password.',
    permission: 'anyone',
    withoutDatabase: true,
    input: z.object({
      secret: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('recovery'), recoveryKey }),
        z.object({ kind: z.literal('password'), name: line('your name', 80), password }),
      ]),
      remember: z.boolean().default(false).describe('Let this account of the PC open it from now on'),
    }),
    output: nothing,
  }),
  'keys.new-recovery-key': command({
    summary: 'Make a new recovery key; it is told this once.',
    permission: 'keys.manage',
    secretAnswer: true,
    input: nothing,
    output: newRecoveryKey,
  }),
  'keys.confirm-recovery-key': command({
    summary: 'Confirm that the new recovery sheet is in hand, by two of its groups.',
    permission: 'keys.manage',
    input: z.object({
      groups: z
        .array(z.object({ group: z.number().int().min(1).max(7), typed: z.string().max(40) }))
        .min(1)
        .max(7),
    }),
    output: nothing,
  }),
  'keys.change': command({
    summary: 'Encrypt the database with a new key; other people sign in once to open it again.',
    permission: 'keys.manage',
    input: z.object({ password: password.optional() }),
    output: newRecoveryKey,
  }),
  'keys.this-account': command({
    summary: 'Let this account of the PC open the database without a question, or no longer.',
    permission: 'keys.manage',
    input: z.object({ admit: z.boolean() }),
    output: nothing,
  }),
};
