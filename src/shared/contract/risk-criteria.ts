import { z } from 'zod';
import { id, line } from './parts.ts';
import { category, criterion } from './support.ts';

const procedure = z.object({
  periodWeeks: z.number().int().min(1).max(26),
  meetingDays: z.number().int().min(1).max(92),
  meetingMinutes: z.number().int().min(0).max(480),
  signOff: z.enum(['decision', 'criteria', 'six-weeks']),
  levels: z.enum(['none', 'high-medium-low', 'tiers']),
  factors: z.array(z.object({ id, kind: z.enum(['risk', 'resilience']), name: line('the factor') })).max(60),
});

/** Criteria and procedure of a school or an area, as they travel in files. */
export const gridCriteria = z.object({
  categories: z.array(category).min(1, 'Keep at least one category.').max(26),
  criteria: z.array(criterion).max(40, 'Use at most 40 criteria.'),
  procedure,
  setBy: line('the authority').optional(),
});
