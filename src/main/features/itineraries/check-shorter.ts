import { refuse, type Result } from '#shared/kernel/result.ts';
import { mayDo } from '#shared/permissions/roles.ts';
import { sayRefusal } from '#shared/text/provider-words.ts';
import { noteOverride } from '../../storage/repositories/place-writes.ts';
import { readActivePlaces } from '../../storage/repositories/places.ts';
import { readProvider } from '../../storage/repositories/providers.ts';
import type { StayRecord } from '../../storage/repositories/stays.ts';
import type { Db } from '../../storage/store.ts';
import type { AuditNote, Context } from '../context.ts';

/**
 * Whether a stay whose places were given up is still as long as its provider asks. Adding asks all rules by itself; this
 * is for a stay that only became shorter. A waived rule is noted in the stay; gives the audit row of that.
 */
export async function checkShorter(
  db: Db,
  { clock, session }: Pick<Context, 'clock' | 'session'>,
  stay: StayRecord,
  override: { readonly reason: string } | undefined,
  notDone: string,
): Promise<Result<readonly AuditNote[]>> {
  const { id, exclusionId, pupilId, providerId, schoolId, name, providerName } = stay;
  const provider = await readProvider(db, schoolId, providerId);
  const minDays = provider?.rules.minDays;
  if (minDays === undefined) return { ok: true, value: [] };
  // All places for one exclusion are one stay; a pupil who is not excluded by us has only this one.
  const left = (
    await readActivePlaces(
      db,
      clock.now(),
      exclusionId === null
        ? { pupilIds: [pupilId], providerId }
        : { exclusionIds: [exclusionId], providerId },
    )
  ).filter((place) => exclusionId !== null || place.placementId === id);
  const days = new Set(left.map(({ date }) => date)).size;
  if (days >= minDays) return { ok: true, value: [] };
  const may = mayDo(session.role, 'places.override');
  if (override !== undefined && may) {
    const noted = { overrideReason: override.reason, overrideBy: session.userName };
    await noteOverride(db, id, noted);
    const detail = { override: { reason: override.reason, rules: ['stay-short'] } };
    return { ok: true, value: [{ subjectType: 'placement', subjectId: id, detail }] };
  }
  const remedy = may
    ? 'Keep more days, cancel the stay, or give a reason why the rule is waived.'
    : 'Keep more days, cancel the stay, or ask somebody who decides exclusions or administers First Day to waive the rule.';
  return refuse(
    override === undefined ? 'conflict' : 'not-permitted',
    `${notDone} at ${providerName} for ${name}: ${sayRefusal({ type: 'stay-short', minDays, days })}. ${remedy}`,
  );
}
