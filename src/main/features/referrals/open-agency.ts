import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { readAgencies, type Agency } from '../../storage/repositories/agencies.ts';
import type { Db } from '../../storage/store.ts';

/** An agency that is to be changed: still in use, and as it was read. `notDone` begins the sentence of a refusal. */
export async function openAgency(
  db: Db,
  schoolId: string,
  { agencyId, version }: { readonly agencyId: string; readonly version: number | undefined },
  notDone: string,
): Promise<Result<Agency>> {
  const [agency] = await readAgencies(db, schoolId, { id: agencyId });
  if (agency === undefined)
    return refuse('not-found', `${notDone}: there is no such agency here. Look at the agencies again.`);
  if (agency.version !== version) {
    return refuse(
      'conflict',
      `${notDone}: somebody else has changed this agency since you opened it. Look at it again.`,
    );
  }
  if (agency.endedOn !== null) {
    return refuse(
      'conflict',
      `${notDone}: ${agency.name} takes no referrals since ${formatDate(agency.endedOn)}. Put it into the directory anew if it does again.`,
    );
  }
  return { ok: true, value: agency };
}
