import type { Handlers } from '../context.ts';
import { getPupil } from './get-pupil.ts';
import { importPupils } from './import-pupils.ts';
import { inspectFile } from './inspect-file.ts';
import { listRoll } from './list-pupils.ts';
import { previewImport } from './preview-import.ts';
import { setEarlierHalfDays } from './set-earlier-half-days.ts';

/** The roll: list, page, earlier schools' days, and import of pupil files. */
export const pupilsHandlers = {
  'pupils.list': listRoll,
  'pupils.get': getPupil,
  'pupils.set-earlier-half-days': setEarlierHalfDays,
  'pupils.inspect-file': inspectFile,
  'pupils.preview-import': previewImport,
  'pupils.import': importPupils,
} satisfies Partial<Handlers>;
