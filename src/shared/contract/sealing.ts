import { z } from 'zod';
import { command, query } from './operation.ts';
import { id, nothing } from './parts.ts';

const ownKey = z.object({
  publicKey: z.string(),
  /** What two people compare by telephone. */
  fingerprint: z.string(),
});

export const sealingContract = {
  'returns.sealing': query({
    summary: 'Whether returns can be sealed for the authority: its public key and our signing key.',
    permission: 'returns.view',
    input: nothing,
    output: z.object({
      /** The authority's key that returns are sealed for; none until one is given. */
      authority: ownKey.optional(),
      /** Ours, made when the authority's key was first given. */
      signing: ownKey.optional(),
    }),
  }),
  'returns.set-sealing': command({
    summary:
      'Take the authority’s public key, so that returns can be sealed for it; our signing key is made then.',
    permission: 'returns.export',
    input: z.object({
      /** The key as the authority sent it, `age1...`; none to seal no more. */
      authorityKey: z.string().trim().max(200).nullable(),
    }),
    output: nothing,
  }),
  'authority.seal-keys': query({
    summary: 'The authority’s keys and the schools’ signing keys.',
    permission: 'authority.view',
    input: nothing,
    output: z.object({
      ours: z.array(ownKey.extend({ id, addedBy: z.string(), addedAt: z.string(), retired: z.boolean() })),
      schools: z.array(
        z.object({
          id,
          laEstab: z.string(),
          schoolName: z.string().optional(),
          fingerprint: z.string(),
          /** `changed`: another key of the school was there before; its returns are refused until this is confirmed. */
          state: z.enum(['confirmed', 'new', 'changed', 'retired']),
          firstSeenAt: z.string(),
          confirmedBy: z.string().optional(),
        }),
      ),
    }),
  }),
  'authority.make-seal-key': command({
    summary: 'Make the authority a key; schools seal their returns for its public half.',
    permission: 'authority.import',
    input: nothing,
    output: ownKey.extend({ id }),
  }),
  'authority.confirm-school-key': command({
    summary: 'State that a signing key is the school’s, after comparing the fingerprint with it.',
    permission: 'authority.import',
    input: z.object({ keyId: id }),
    output: nothing,
  }),
  'authority.retire-seal-key': command({
    summary: 'Take a key out of use: ours for new files, or a school’s altogether.',
    permission: 'authority.import',
    input: z.object({ keyId: id }),
    output: nothing,
  }),
};
