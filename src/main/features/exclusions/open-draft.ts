import { refuse, type Result } from '#shared/kernel/result.ts';
import { lastSavedBy, readExclusion, type ExclusionRecord } from '../../storage/repositories/exclusions.ts';
import type { Db } from '../../storage/store.ts';
import type { Draft } from './draft.ts';
import { saidWhen } from './said-when.ts';

/** What is kept of the draft that is about to change; undefined for a new one. */
export type StoredDraft =
  { readonly exclusion: ExclusionRecord; readonly reasons: readonly string[] } | undefined;

/**
 * Finds the draft that is changed, and refuses when it was issued, discarded, or saved by somebody else since it was
 * read. What the user has typed stays on the screen in every case.
 */
export async function openDraft(
  db: Db,
  schoolId: string,
  draft: Pick<Draft, 'id' | 'version'>,
): Promise<Result<StoredDraft>> {
  if (draft.id === undefined) return { ok: true, value: undefined };
  const stored = await readExclusion(db, schoolId, draft.id);
  if (!stored) {
    return refuse(
      'not-found',
      'This draft is no longer there: it was discarded. What you typed is still on the screen; save it as a new draft.',
    );
  }
  if (stored.exclusion.state !== 'draft') {
    const { issuedBy, issuedAt } = stored.exclusion;
    return refuse(
      'conflict',
      `This exclusion was issued${byAndWhen(issuedBy, issuedAt)}. An issued exclusion cannot be changed here; nothing was changed.`,
    );
  }
  if (draft.version !== stored.exclusion.version) {
    const saved = await lastSavedBy(db, draft.id);
    return refuse(
      'conflict',
      `This draft was saved${byAndWhen(saved?.userName ?? null, saved?.at ?? null)} after you opened it. Nothing was overwritten, and what you typed is still on the screen. Compare both versions, then save what you choose.`,
    );
  }
  return { ok: true, value: stored };
}

function byAndWhen(userName: string | null, at: string | null): string {
  const by = userName === null ? '' : ` by ${userName}`;
  return at === null ? by : `${by} ${saidWhen(at)}`;
}
