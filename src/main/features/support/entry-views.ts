import type { OperationOutput } from '#shared/contract/contract.ts';
import { leftOn } from '#shared/domain/pupils/left-on.ts';
import { clearSince } from '#shared/domain/support/clear-since.ts';
import { criteriaMet } from '#shared/domain/support/criteria-met.ts';
import { promptsOn } from '#shared/domain/support/prompts-on.ts';
import { lettersOf, suggestedRole } from '#shared/domain/support/risk-categories.ts';
import type { SupportPrompt } from '#shared/domain/support/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { sayPrompt, sayReason } from '#shared/text/support-words.ts';
import { readCriteria, type StoredCriteria } from '../../storage/repositories/at-risk-criteria.ts';
import { countEarlierEntries, type RegisterEntry } from '../../storage/repositories/at-risk-entries.ts';
import { readKeyWorkersNow, readLastMeetings } from '../../storage/repositories/key-workers.ts';
import type { Db } from '../../storage/store.ts';
import { readRiskFactsOf } from '../at-risk-facts.ts';

export type EntryView = OperationOutput<'support.list'>['entries'][number];

/** Entries as they are shown on a day: with key worker, last meeting and what is due. */
export async function viewEntries(
  db: Db,
  schoolId: string,
  entries: readonly RegisterEntry[],
  today: IsoDate,
): Promise<readonly EntryView[]> {
  const ids = entries.map(({ id }) => id);
  const set = await readCriteria(db, schoolId);
  const workers = await readKeyWorkersNow(db, ids);
  const meetings = await readLastMeetings(db, ids);
  const before = await countEarlierEntries(db, entries);
  const clear = await readClear(db, set, entries, today);
  return entries.map((entry): EntryView => {
    const { id, version, pupilId, name, form, reasons, since, reviewOn, level } = entry;
    const worker = workers.get(id);
    const role = suggestedRole(set.categories, reasons);
    const lastMeetingOn = meetings.get(id);
    const met = lastMeetingOn === undefined ? {} : { lastMeetingOn };
    const signedOff = signedOffOf(entry);
    const watched = {
      since,
      reviewOn,
      hasKeyWorker: worker !== undefined,
      ...met,
      signedOffOn: signedOff?.on,
      clearSince: clear.get(id),
      leftOn: leftOn(entry, today),
    };
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
      ...(worker === undefined ? {} : { keyWorker: toKeyWorker(worker) }),
      ...(role === undefined ? {} : { suggestedRole: role }),
      ...met,
      prompts: promptsOn(watched, set.procedure, today).map((prompt: SupportPrompt) => ({
        kind: prompt.kind,
        on: prompt.on,
        text: sayPrompt(prompt, today),
      })),
      ...(level === null ? {} : { level }),
      times: (before.get(id) ?? 0) + 1,
      ...(signedOff === undefined ? {} : { signedOff }),
    };
  });
}

/** What a sign-off was, where there was one. */
export function signedOffOf({
  signedOffOn,
  signedOffBy,
  signedOffReason,
  signedOffAs,
}: Pick<
  RegisterEntry,
  'signedOffOn' | 'signedOffBy' | 'signedOffReason' | 'signedOffAs'
>): EntryView['signedOff'] {
  if (signedOffOn === null) return undefined;
  return {
    on: signedOffOn,
    by: signedOffBy ?? '',
    reason: signedOffReason ?? '',
    ...(signedOffAs === null ? {} : { as: signedOffAs }),
  };
}

const toKeyWorker = ({
  name,
  role,
  fromDate,
  staffId,
}: {
  readonly name: string;
  readonly role: string;
  readonly fromDate: IsoDate;
  readonly staffId: string | null;
}) => ({ name, role, from: fromDate, ...(staffId === null ? {} : { staffId }) });

/** Since when nothing of the criteria is met, by open entry. Asked only where the procedure goes by it. */
async function readClear(
  db: Db,
  { criteria, procedure }: StoredCriteria,
  entries: readonly RegisterEntry[],
  today: IsoDate,
): Promise<ReadonlyMap<string, IsoDate>> {
  if (procedure.signOff === 'decision') return new Map();
  const open = entries.filter(({ signedOffOn }) => signedOffOn === null);
  const facts = await readRiskFactsOf(
    db,
    open.map(({ pupilId: id, inCare }) => ({ id, inCare })),
    today,
  );
  return new Map(
    open.flatMap(({ id, pupilId, reasons }): readonly [string, IsoDate][] => {
      const known = facts.get(pupilId);
      const since = known && clearSince(reasons, criteriaMet(criteria, known, today), known);
      return since === undefined ? [] : [[id, since]];
    }),
  );
}
