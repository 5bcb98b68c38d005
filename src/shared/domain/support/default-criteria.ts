import type { RiskCriteria } from './types.ts';

/**
 * The criteria that hold until a school enters its own: those of one area (attendance, one exclusion, care, agencies)
 * sorted by the A, B and C of another. Source: the national evaluation of the programme, on pupils at risk.
 */
export const DEFAULT_CRITERIA: RiskCriteria = {
  categories: [
    { letter: 'A', name: 'Risk of exclusion', keyWorkerRole: 'Learning Mentor' },
    { letter: 'B', name: 'Attendance', keyWorkerRole: 'Education Welfare Officer' },
    { letter: 'C', name: 'Other needs', keyWorkerRole: 'Worker of an outside agency' },
  ],
  criteria: [
    { id: 'excluded', category: 'A', rule: { kind: 'excluded-times', times: 1 } },
    { id: 'attendance', category: 'B', rule: { kind: 'attendance-below', percent: 75 } },
    { id: 'looked-after', category: 'C', rule: { kind: 'looked-after' } },
    {
      id: 'child-protection',
      category: 'C',
      rule: { kind: 'by-hand', name: 'On the child protection register' },
    },
    {
      id: 'agency',
      category: 'C',
      rule: { kind: 'by-hand', name: 'Known to youth offending, the police or social services' },
    },
    {
      id: 'parents',
      category: 'C',
      rule: { kind: 'by-hand', name: 'Parents not in contact with the school' },
    },
  ],
};
