import type { Result } from '#shared/kernel/result.ts';
import type { Db } from '../../storage/store.ts';
import { readCaseFacts, type CaseFacts } from '../case-facts.ts';
import type { Handler } from '../context.ts';
import { assessDraft } from './assess-draft.ts';

/** What an exclusion would mean, before it is saved. Writes nothing. */
export const previewExclusion: Handler<'exclusions.preview'> = async (context, { pupilId, id, ...rest }) => {
  const wanted = { today: context.clock.today(), pupilId, id };
  const facts = await context.read((db) => rememberedFacts(db, wanted));
  if (!facts.ok) return facts;
  const draft = { pupilId, ...(id === undefined ? {} : { id }), ...rest };
  return { ok: true, value: assessDraft(draft, facts.value).preview };
};

interface Wanted {
  readonly today: string;
  readonly pupilId: string;
  readonly id: string | undefined;
}

interface Remembered {
  readonly key: string;
  readonly version: number;
  readonly facts: Result<CaseFacts>;
}

const remembered = new WeakMap<Db, Remembered>();

/**
 * The form asks at every keystroke, which changes the draft and nothing on record: the facts of the last answer hold
 * for as long as nobody has committed anything. An engine that cannot tell reads them anew.
 */
async function rememberedFacts(db: Db, { today, pupilId, id }: Wanted): Promise<Result<CaseFacts>> {
  const key = JSON.stringify([today, pupilId, id]);
  const version = db.dataVersion?.();
  const last = remembered.get(db);
  if (version !== undefined && last?.key === key && last.version === version) return last.facts;
  const facts = await readCaseFacts(db, today, pupilId, id);
  if (version !== undefined) remembered.set(db, { key, version, facts });
  return facts;
}
