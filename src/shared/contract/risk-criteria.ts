import { z } from 'zod';
import { line } from './parts.ts';
import { riskCategory, riskCriterion, riskProcedure } from './support-criteria.ts';

/** Criteria and procedure of a school or an area, as they travel in files. */
export const gridCriteria = z.object({
  categories: z.array(riskCategory).min(1, 'Keep at least one category.').max(26),
  criteria: z.array(riskCriterion).max(40, 'Use at most 40 criteria.'),
  procedure: riskProcedure,
  setBy: line('the authority').optional(),
});
