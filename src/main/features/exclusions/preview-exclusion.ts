import type { Handler } from '../context.ts';
import { assessDraft } from './assess-draft.ts';
import { readCaseFacts } from '../case-facts.ts';

/** What an exclusion would mean, before it is saved. Writes nothing. */
export const previewExclusion: Handler<'exclusions.preview'> = async (context, draft) => {
  const facts = await context.read((db) => readCaseFacts(db, context.clock.today(), draft.pupilId, draft.id));
  return facts.ok ? { ok: true, value: assessDraft(draft, facts.value).preview } : facts;
};
