import { z } from 'zod';
import { command, query } from './operation.ts';
import { fileId, id, nothing } from './parts.ts';

const fileHandle = z.object({ fileId, name: z.string(), size: z.number().int() });

export const appContract = {
  'app.about': query({
    summary: 'Versions of the program and where its data is.',
    permission: 'app.use',
    input: nothing,
    output: z.object({
      version: z.string(),
      runtime: z.record(z.string(), z.string()),
      engine: z.enum(['sqlite', 'postgres']),
      location: z.string(),
      dataVersion: z.number().int(),
    }),
  }),
  'files.choose': command({
    summary: 'Ask for files or a folder in a dialog; gives opaque ids.',
    permission: 'app.use',
    input: z.object({
      purpose: z.enum([
        'pupil-file',
        'transfer-file',
        'return-files',
        'return-folder',
        'list-files',
        'register-file',
        'attendance-file',
        'letterhead',
        'join-file',
        'grid-files',
        'grid-folder',
        'upn-list',
        'criteria-file',
      ]),
    }),
    output: z.object({ files: z.array(fileHandle) }),
  }),
  'files.show-in-folder': command({
    summary: 'Show a file that was written in the system’s file manager.',
    permission: 'app.use',
    input: z.object({ fileId }),
    output: nothing,
  }),
  'jobs.cancel': command({
    summary: 'Cancel long work; what it had not finished is undone.',
    permission: 'app.use',
    input: z.object({ jobId: id }),
    output: z.object({ cancelled: z.boolean() }),
  }),
  'search.anywhere': query({
    summary: 'Find pupils, exclusions and providers by a few letters.',
    permission: 'app.use',
    input: z.object({ text: z.string().max(120) }),
    output: z.object({
      pupils: z.array(z.object({ id, name: z.string(), form: z.string().optional(), upn: z.string() })),
      exclusions: z.array(z.object({ id, pupilName: z.string(), title: z.string(), draft: z.boolean() })),
      providers: z.array(z.object({ id, name: z.string(), kind: z.string() })),
    }),
  }),
};
