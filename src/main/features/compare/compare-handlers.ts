import type { Handlers } from '../context.ts';
import { compareLengths } from './compare-lengths.ts';
import { compareReturns } from './compare-schools.ts';
import { rollUpMarks } from './roll-up-marks.ts';

export const compareHandlers = {
  'authority.compare': compareReturns,
  'authority.compare-lengths': compareLengths,
  'authority.roll-up': rollUpMarks,
} satisfies Partial<Handlers>;
