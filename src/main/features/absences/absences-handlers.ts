import type { Handlers } from '../context.ts';
import { listAbsences } from './list-absences.ts';
import { recordAbsence } from './record-absence.ts';
import { recordProperly } from './record-properly.ts';

export const absencesHandlers = {
  'absences.list': listAbsences,
  'absences.record': recordAbsence,
  'absences.record-properly': recordProperly,
} satisfies Partial<Handlers>;
