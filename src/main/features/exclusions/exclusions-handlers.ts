import type { Handlers } from '../context.ts';
import { discardDraft } from './discard-draft.ts';
import { getExclusion } from './get-exclusion.ts';
import { issueExclusion } from './issue-exclusion.ts';
import { listExclusions } from './list-exclusions.ts';
import { previewExclusion } from './preview-exclusion.ts';
import { saveDraft } from './save-draft.ts';

export const exclusionsHandlers = {
  'exclusions.preview': previewExclusion,
  'exclusions.save-draft': saveDraft,
  'exclusions.issue': issueExclusion,
  'exclusions.discard-draft': discardDraft,
  'exclusions.get': getExclusion,
  'exclusions.list': listExclusions,
} satisfies Partial<Handlers>;
