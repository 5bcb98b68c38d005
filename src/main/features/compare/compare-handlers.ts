import type { Handlers } from '../context.ts';
import { breakDown } from './break-down.ts';
import { compareLengths } from './compare-lengths.ts';
import { compareReturns } from './compare-schools.ts';
import { exportComparison } from './export-comparison.ts';
import { rollUpMarks } from './roll-up-marks.ts';
import { schoolFigures } from './school-figures.ts';
import { receivedPupil, schoolPupils } from './school-pupils.ts';

export const compareHandlers = {
  'authority.compare': compareReturns,
  'authority.compare-lengths': compareLengths,
  'authority.roll-up': rollUpMarks,
  'authority.breakdown': breakDown,
  'authority.school': schoolFigures,
  'authority.school-pupils': schoolPupils,
  'authority.pupil': receivedPupil,
  'authority.export-comparison': exportComparison,
} satisfies Partial<Handlers>;
