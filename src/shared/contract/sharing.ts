import { z } from 'zod';
import { command, query } from './operation.ts';
import { fileId, nothing } from './parts.ts';

/** Which shared database, where, and what its certificate is checked against. */
export const sharedAbout = z.object({
  /** What people call it. */
  name: z.string().optional(),
  database: z.string(),
  servers: z.array(z.string()),
  /** `known`: an authority that the PC knows; `own`: the one in the file; `none`: in clear, on this very PC alone. */
  certificate: z.enum(['known', 'own', 'none']),
});

export const sharingContract = {
  'sharing.look': query({
    summary: 'What a file for joining a shared database says, and whether its server answers.',
    permission: 'setup.manage',
    input: z.object({ fileId }),
    output: z.object({
      about: sharedAbout,
      /** Why it does not; missing: it answers. */
      why: z.string().optional(),
    }),
  }),
  'sharing.join': command({
    summary: 'Work on a shared database instead of this PC’s own, which stays where it is.',
    permission: 'setup.manage',
    input: z.object({ fileId }),
    output: nothing,
  }),
  'sharing.leave': command({
    summary: 'Work on this PC’s own database again instead of the shared one.',
    permission: 'anyone',
    beforeSignIn: true,
    input: nothing,
    output: nothing,
  }),
};
