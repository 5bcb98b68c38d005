import type { Handlers } from '../context.ts';
import { compareFile } from './compare-file.ts';
import { exportCodes } from './export-codes.ts';
import { getCodes } from './get-codes.ts';

export const registerHandlers = {
  'register.codes': getCodes,
  'register.export': exportCodes,
  'register.compare': compareFile,
} satisfies Partial<Handlers>;
