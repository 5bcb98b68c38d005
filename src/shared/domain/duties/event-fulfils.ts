import type { CaseEventType } from './types.ts';

const FULFILS: Readonly<Partial<Record<CaseEventType, readonly string[]>>> = {
  'meeting-begun': ['governors-meeting'],
  decision: ['governors-meeting', 'governors-representations'],
  'decision-told': ['decision-letter'],
  'review-asked': ['review-apply'],
  'review-waived': ['review-apply'],
  'review-decided': ['review-hear'],
  reconsidered: ['reconsider'],
  returned: ['return-to-school'],
};

/** Keys of the duties that an event does, where they are owed and not noted as done before. */
export const eventFulfils = (type: CaseEventType): readonly string[] => FULFILS[type] ?? [];
