import type { AuditNote } from './context.ts';

/** The audit trail of holds that ran out, written by whichever command first came after. */
export const lapseNotes = (placeIds: readonly string[]): readonly AuditNote[] =>
  placeIds.map((placeId) => ({ subjectType: 'place', subjectId: placeId, detail: { state: 'lapsed' } }));
