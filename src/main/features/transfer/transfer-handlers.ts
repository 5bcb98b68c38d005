import type { transferContract } from '#shared/contract/transfer.ts';
import type { Handlers } from '../context.ts';
import { exportPupilFile } from './export-pupil-file.ts';
import { importPupilFile } from './import-pupil-file.ts';
import { listEarlier } from './list-earlier.ts';
import { previewPupilFile } from './preview-pupil-file.ts';

export const transferHandlers: Pick<Handlers, keyof typeof transferContract> = {
  'transfer.export': exportPupilFile,
  'transfer.preview': previewPupilFile,
  'transfer.import': importPupilFile,
  'transfer.earlier': listEarlier,
};
