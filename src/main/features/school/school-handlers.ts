import type { Handlers } from '../context.ts';
import { getSchool } from './read-school.ts';
import { saveDetails } from './save-details.ts';
import { saveHead } from './save-head.ts';

export const schoolHandlers = {
  'school.get': getSchool,
  'school.save-details': saveDetails,
  'school.save-head': saveHead,
} satisfies Partial<Handlers>;
