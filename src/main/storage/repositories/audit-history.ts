import { isNull, notInArray, or, type SQL } from 'drizzle-orm';
import type { Schema } from '../schema/schema.ts';

/** Rows that belong to the history of a record: what was done and handed out, not what was looked at or refused. */
export const isHistory = (audit: Schema['audit']): SQL | undefined =>
  or(isNull(audit.outcome), notInArray(audit.outcome, ['seen', 'refused']));
