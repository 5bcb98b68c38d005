import type { DueItem } from '#shared/domain/support/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { readRegister } from '../../storage/repositories/at-risk-entries.ts';
import type { Db } from '../../storage/store.ts';
import { viewEntries, type EntryView } from './entry-views.ts';

const KEYS: Readonly<Record<EntryView['prompts'][number]['kind'], string>> = {
  'no-key-worker': 'key-worker',
  // A proposal becomes the review on its day: one thing, under one key.
  'review-due': 'review',
  'sign-off-proposed': 'review',
  left: 'review',
  'no-meeting': 'meeting',
};

/** What the at-risk register asks for on a day: key workers to be named, reviews and sign-offs, meetings missed. */
export async function dueRegister(db: Db, schoolId: string, today: IsoDate): Promise<readonly DueItem[]> {
  const open = await viewEntries(db, schoolId, await readRegister(db, schoolId, { state: 'open' }), today);
  return open.flatMap(({ id, pupilId, name, prompts }) =>
    prompts.map(({ kind, on, text }) => ({
      key: `${KEYS[kind]}:${id}`,
      pupilId,
      pupilName: name,
      on,
      what: text,
      to: `/support/entries/${id}`,
    })),
  );
}
