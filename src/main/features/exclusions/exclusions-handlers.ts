import type { Handlers } from '../context.ts';
import { cancelExclusion } from './cancel-exclusion.ts';
import { discardDraft } from './discard-draft.ts';
import { getExclusion } from './get-exclusion.ts';
import { issueExclusion } from './issue-exclusion.ts';
import { listExclusions } from './list-exclusions.ts';
import { previewExclusion } from './preview-exclusion.ts';
import { recordEvent } from './record-event.ts';
import { saveDraft } from './save-draft.ts';
import { voidEvent } from './void-event.ts';

export const exclusionsHandlers = {
  'exclusions.preview': previewExclusion,
  'exclusions.save-draft': saveDraft,
  'exclusions.issue': issueExclusion,
  'exclusions.discard-draft': discardDraft,
  'exclusions.get': getExclusion,
  'exclusions.list': listExclusions,
  'exclusions.record-event': recordEvent,
  'exclusions.void-event': voidEvent,
  'exclusions.cancel': cancelExclusion,
} satisfies Partial<Handlers>;
