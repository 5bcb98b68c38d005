import { refuse, type Result } from '#shared/kernel/result.ts';
import { lastSavedBy, readExclusion } from '../../storage/repositories/exclusions.ts';
import { readDuties } from '../../storage/repositories/duties.ts';
import type { IssuedExclusion } from '../../storage/repositories/exclusion-history.ts';
import type { Db } from '../../storage/store.ts';
import { readCaseFacts, type CaseFacts } from '../case-facts.ts';
import type { Context } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { saidWhen } from './said-when.ts';

/** An issued case about to be changed, with all that its life cycle needs. */
export interface OpenCase {
  readonly exclusion: IssuedExclusion;
  readonly facts: CaseFacts;
  /** The day of its duty `review-apply`, once there is one. */
  readonly reviewBy: string | undefined;
  readonly pupilId: string;
}

/** Finds an issued case, and refuses a draft and one that somebody else has changed since it was read. */
export async function openCase(
  db: Db,
  { clock }: Pick<Context, 'clock'>,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Result<OpenCase>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const stored = await readExclusion(db, home.value.school.id, id);
  if (!stored) return refuse('not-found', 'This exclusion is not on record. Nothing was changed.');
  const { pupilId, state } = stored.exclusion;
  if (state === 'draft') {
    return refuse('refused', 'This is a draft, which binds nobody. Issue it first; nothing was changed.');
  }
  if (stored.exclusion.version !== version) {
    const saved = await lastSavedBy(db, id);
    const who = saved === undefined ? '' : ` by ${saved.userName} ${saidWhen(saved.at)}`;
    return refuse(
      'conflict',
      `This case was changed${who} after you opened it. Nothing was overwritten. Open it again and look before you go on.`,
    );
  }
  const facts = await readCaseFacts(db, clock.today(), pupilId, id);
  if (!facts.ok) return facts;
  const exclusion = facts.value.issued.find((one) => one.id === id);
  if (exclusion === undefined) throw new Error('An issued exclusion has no start.');
  const duties = await readDuties(db, id);
  const reviewBy = duties.find(({ key, owed }) => key === 'review-apply' && owed)?.dueBy ?? undefined;
  return { ok: true, value: { exclusion, facts: facts.value, reviewBy, pupilId } };
}
