import type { OperationOutput } from '#shared/contract/contract.ts';
import { promptsOn } from '#shared/domain/support/prompts-on.ts';
import { lettersOf, suggestedRole } from '#shared/domain/support/risk-categories.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { sayPrompt, sayReason } from '#shared/text/support-words.ts';
import { readCriteria } from '../../storage/repositories/at-risk-criteria.ts';
import type { RegisterEntry } from '../../storage/repositories/at-risk-entries.ts';
import { readKeyWorkersNow, readLastMeetings } from '../../storage/repositories/key-workers.ts';
import type { Db } from '../../storage/store.ts';

export type EntryView = OperationOutput<'support.list'>['entries'][number];

/** Entries as they are shown on a day: with key worker, last meeting and what is due. */
export async function viewEntries(
  db: Db,
  schoolId: string,
  entries: readonly RegisterEntry[],
  today: IsoDate,
): Promise<readonly EntryView[]> {
  const ids = entries.map(({ id }) => id);
  const { categories } = await readCriteria(db, schoolId);
  const workers = await readKeyWorkersNow(db, ids);
  const meetings = await readLastMeetings(db, ids);
  return entries.map((entry): EntryView => {
    const { id, version, pupilId, name, form, reasons, since, reviewOn } = entry;
    const worker = workers.get(id);
    const role = suggestedRole(categories, reasons);
    const lastMeetingOn = meetings.get(id);
    const met = lastMeetingOn === undefined ? {} : { lastMeetingOn };
    const signedOff = signedOffOf(entry);
    const watched = { since, reviewOn, ...met, signedOffOn: signedOff?.on };
    return {
      id,
      version,
      pupilId,
      name,
      ...(form === null ? {} : { form }),
      categories: [...lettersOf(reasons)],
      why: reasons.map(({ fact }) => sayReason(fact)),
      since,
      reviewOn,
      ...(worker === undefined
        ? {}
        : { keyWorker: { name: worker.name, role: worker.role, from: worker.fromDate } }),
      ...(role === undefined ? {} : { suggestedRole: role }),
      ...met,
      prompts: promptsOn(watched, today).map((prompt) => ({
        kind: prompt.kind,
        text: sayPrompt(prompt, today),
      })),
      ...(signedOff === undefined ? {} : { signedOff }),
    };
  });
}

function signedOffOf({ signedOffOn, signedOffBy, signedOffReason }: RegisterEntry): EntryView['signedOff'] {
  if (signedOffOn === null) return undefined;
  return { on: signedOffOn, by: signedOffBy ?? '', reason: signedOffReason ?? '' };
}
