import { mayDo } from '#shared/permissions/roles.ts';
import { exclusionTitle } from '#shared/text/exclusion-words.ts';
import { purposeTitle } from '#shared/text/stay-words.ts';
import { readCoveredExclusion } from '../../storage/repositories/cover.ts';
import type { StayRecord } from '../../storage/repositories/stays.ts';
import type { Db } from '../../storage/store.ts';
import type { UserSession } from '../context.ts';

/**
 * What a stay is for. The exclusion is named to those who may see exclusions: staff of a provider know that the school
 * placed the pupil and no more.
 */
export async function stayTitle(
  db: Db,
  { role }: Pick<UserSession, 'role'>,
  stay: StayRecord,
): Promise<{ readonly title: string; readonly exclusionId?: string }> {
  if (stay.exclusionId === null || !mayDo(role, 'exclusions.view'))
    return { title: purposeTitle(stay.purpose) };
  const exclusion = await readCoveredExclusion(db, stay.schoolId, stay.exclusionId);
  return {
    title: exclusion === undefined ? purposeTitle(stay.purpose) : exclusionTitle(exclusion),
    exclusionId: stay.exclusionId,
  };
}
