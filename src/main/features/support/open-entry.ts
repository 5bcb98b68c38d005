import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { readRegister, type RegisterEntry } from '../../storage/repositories/at-risk-entries.ts';
import type { Db } from '../../storage/store.ts';
import { homeSchool } from '../home-school.ts';

/**
 * An entry that is to be changed: on the register, not signed off and, where a version is given, as it was read.
 * `notDone` begins the sentence of a refusal: "Nothing was changed".
 */
export async function openEntry(
  db: Db,
  { entryId, version }: { readonly entryId: string; readonly version?: number | undefined },
  notDone: string,
): Promise<Result<RegisterEntry>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const [entry] = await readRegister(db, home.value.school.id, { id: entryId });
  if (entry === undefined)
    return refuse('not-found', `${notDone}: this entry is not on the at-risk register. Look at it again.`);
  if (version !== undefined && entry.version !== version) {
    return refuse(
      'conflict',
      `${notDone}: somebody else has changed this entry since you opened it. Look at the entry again.`,
    );
  }
  if (entry.signedOffOn !== null) {
    return refuse(
      'conflict',
      `${notDone}: the pupil was signed off on ${formatDate(entry.signedOffOn)}. Put the pupil on the register anew if need be.`,
    );
  }
  return { ok: true, value: entry };
}
