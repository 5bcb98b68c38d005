import { refuse, type Result } from '#shared/kernel/result.ts';
import { readDuties, type DutyRecord } from '../../storage/repositories/duties.ts';
import { readExclusion, type ExclusionRecord } from '../../storage/repositories/exclusions.ts';
import type { Db } from '../../storage/store.ts';
import { homeSchool } from '../home-school.ts';

/** A duty of a case of the home school, or the sentence why there is none. */
export async function openDuty(
  db: Db,
  { exclusionId, key }: { readonly exclusionId: string; readonly key: string },
): Promise<Result<{ readonly exclusion: ExclusionRecord; readonly duty: DutyRecord }>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const stored = await readExclusion(db, home.value.school.id, exclusionId);
  if (!stored) return refuse('not-found', 'This exclusion is not on record. Nothing was changed.');
  const duty = (await readDuties(db, exclusionId)).find((one) => one.key === key);
  if (!duty) return refuse('not-found', 'This case has no such duty. Nothing was changed.');
  return { ok: true, value: { exclusion: stored.exclusion, duty } };
}
