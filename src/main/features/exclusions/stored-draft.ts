import type { ExclusionRecord } from '../../storage/repositories/exclusions.ts';
import type { Draft } from './draft.ts';

/** What the screen holds, from what is kept. */
export function draftOf(
  exclusion: ExclusionRecord,
  reasons: readonly string[],
): Draft & { readonly version: number } {
  const { startDate, startSlot, endDate, endSlot, halfDays, incidentOn } = exclusion;
  const end = endDate === null || endSlot === null ? undefined : { date: endDate, slot: endSlot };
  return {
    id: exclusion.id,
    version: exclusion.version,
    pupilId: exclusion.pupilId,
    kind: exclusion.kind,
    ...(startDate === null ? {} : { startDate }),
    startSlot: startSlot ?? 'am',
    // A draft keeps only what leads: see recordOf.
    lengthBy: halfDays === null && end !== undefined ? 'end' : 'half-days',
    ...(halfDays === null ? {} : { halfDays }),
    ...(end === undefined ? {} : { end }),
    ...(incidentOn === null ? {} : { incidentOn }),
    incidentAt: exclusion.incidentAt ?? '',
    incidentPlace: exclusion.incidentPlace ?? '',
    incidentAccount: exclusion.incidentAccount ?? '',
    incidentLesson: exclusion.incidentLesson ?? '',
    reasons: [...reasons],
    decidedBy: exclusion.decidedBy ?? '',
    ...(exclusion.decidedOn === null ? {} : { decidedOn: exclusion.decidedOn }),
    ...(exclusion.followsId === null ? {} : { followsId: exclusion.followsId }),
    ...(exclusion.followsAs === null ? {} : { followsAs: exclusion.followsAs }),
  };
}

/** What a case was given beside what was entered, as the audit trail keeps it. */
export const stampedOn = (exclusion: ExclusionRecord) => {
  const { schoolId, state, ruleSet, senProvision, inCare } = exclusion;
  const { recordedBy, recordedAt, issuedBy, issuedAt } = exclusion;
  return { schoolId, state, ruleSet, senProvision, inCare, recordedBy, recordedAt, issuedBy, issuedAt };
};

const orNull = (text: string): string | null => {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
};

type Entries = Pick<
  ExclusionRecord,
  | 'pupilId'
  | 'kind'
  | 'startDate'
  | 'startSlot'
  | 'endDate'
  | 'endSlot'
  | 'halfDays'
  | 'incidentOn'
  | 'incidentAt'
  | 'incidentPlace'
  | 'incidentAccount'
  | 'incidentLesson'
  | 'decidedBy'
  | 'decidedOn'
  | 'followsId'
  | 'followsAs'
  | 'stoppedOn'
  | 'stoppedSlot'
>;

/** The entries of a draft as they are kept: of length and end only the one that leads, so that reopening changes nothing. */
export function recordOf(draft: Draft): Entries {
  const permanent = draft.kind === 'permanent';
  const end = permanent || draft.lengthBy !== 'end' ? undefined : draft.end;
  return {
    pupilId: draft.pupilId,
    kind: draft.kind,
    startDate: draft.startDate ?? null,
    startSlot: draft.startSlot,
    endDate: end?.date ?? null,
    endSlot: end?.slot ?? null,
    halfDays: permanent || draft.lengthBy !== 'half-days' ? null : (draft.halfDays ?? null),
    incidentOn: draft.incidentOn ?? null,
    incidentAt: orNull(draft.incidentAt),
    incidentPlace: orNull(draft.incidentPlace),
    incidentAccount: orNull(draft.incidentAccount),
    incidentLesson: orNull(draft.incidentLesson),
    decidedBy: orNull(draft.decidedBy),
    decidedOn: draft.decidedOn ?? null,
    // The database keeps the two together or not at all.
    followsId: draft.followsAs === undefined ? null : (draft.followsId ?? null),
    followsAs: draft.followsId === undefined ? null : (draft.followsAs ?? null),
    stoppedOn: null,
    stoppedSlot: null,
  };
}
