import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBook, type BookApp } from '../../../../tests/builders/provider-book.ts';
import { historyLines } from './history-words.ts';

let app: BookApp;
beforeEach(async () => {
  app = await openBook();
});
afterEach(() => app.close());

const sessions = [
  { date: '2025-11-17', slot: 'am' },
  { date: '2025-11-17', slot: 'pm' },
  { date: '2025-11-18', slot: 'am' },
] as const;

async function historyOf(exclusionId: string): Promise<string[]> {
  const { row } = await app.must('exclusions.get', { id: exclusionId });
  return (await app.must('pupils.get', { pupilId: row.pupilId })).history.map(({ text }) => text);
}

describe('the history of a pupil', () => {
  it('tells of drafts and issuing by the title of the case', async () => {
    const { row, draft } = await app.must('exclusions.get', { id: await app.exclude('Amara Okafor') });
    const first = {
      pupilId: row.pupilId,
      kind: 'lunchtime',
      startDate: '2025-12-08',
      halfDays: 2,
      incidentOn: '2025-11-11',
    } as const;
    const saved = await app.must('exclusions.save-draft', first);
    await app.must('exclusions.save-draft', { ...first, ...saved, halfDays: 3 });
    await app.must('exclusions.issue', {
      ...first,
      id: saved.id,
      version: saved.version + 1,
      reasons: draft.reasons.length > 0 ? draft.reasons : ['DB'],
      decidedBy: 'Mrs Head',
    });
    expect((await historyOf(row.id)).slice(0, 3)).toEqual([
      'Issued: Lunchtime suspension, 2 lunchtimes from Mon 8 December',
      'Changed the draft: Lunchtime suspension, 3 lunchtimes from Mon 8 December',
      'Kept a draft: Lunchtime suspension, 2 lunchtimes from Mon 8 December',
    ]);
  });

  it('tells of events, of what was struck out and of duties, in their own words', async () => {
    const exclusionId = await app.exclude('Amara Okafor');
    const happened = { type: 'representations', on: '2025-11-12', note: 'By letter' } as const;
    const first = await app.must('exclusions.record-event', { id: exclusionId, version: 1, ...happened });
    const [event] = (await app.must('exclusions.get', { id: exclusionId })).events;
    await app.must('exclusions.void-event', {
      id: exclusionId,
      version: first.version,
      eventId: event?.id ?? '',
      reason: 'Wrong pupil',
    });
    const phone = { exclusionId, key: 'tell-parents-phone' };
    await app.must('duties.fulfil', { ...phone, on: '2025-11-12', how: 'By phone', byWhom: 'Mrs Office' });
    await app.must('duties.reopen', { ...phone, reason: 'Nobody answered' });
    expect((await historyOf(exclusionId)).slice(0, 4)).toEqual([
      'Taken back as not done: Tell the parents in person or by phone; Nobody answered',
      'Done: Tell the parents in person or by phone; By phone, Mrs Office',
      expect.stringMatching(/struck out: The parents made representations .* \(Wrong pupil\)$/),
      expect.stringMatching(/: The parents made representations .* on Wed 12 November 2025 \(By letter\)$/),
    ]);
  });

  it('tells of a cancelling in its own words', async () => {
    const exclusionId = await app.exclude('Amara Okafor');
    const back = { date: '2025-11-18', slot: 'am' } as const;
    const reason = 'It was somebody else';
    await app.must('exclusions.cancel', { id: exclusionId, version: 1, back, reason }, 'decider');
    expect(await historyOf(exclusionId)).toContainEqual(
      expect.stringMatching(
        /: Cancelled on Wed 12 November 2025; back from Tue 18 November 2025 am \(It was somebody else\)$/,
      ),
    );
  });

  it('tells of a draft that was discarded, though the draft itself is gone', async () => {
    const { row } = await app.must('exclusions.get', { id: await app.exclude('Amara Okafor') });
    const { id } = await app.must('exclusions.save-draft', {
      pupilId: row.pupilId,
      kind: 'lunchtime',
      startDate: '2025-12-08',
      halfDays: 2,
    });
    await app.must('exclusions.discard-draft', { id });
    expect((await historyOf(row.id)).filter((text) => text.includes('draft'))).toEqual([
      'Discarded the draft: Lunchtime suspension, 2 lunchtimes from Mon 8 December',
    ]);
  });

  it('tells of places held, booked and cancelled, one line a command', async () => {
    const [exclusionId, providerId] = [await app.exclude('Amara Okafor'), await app.provider('Oak PRU', 3)];
    const held = await app.must('places.book', {
      exclusionId,
      providerId,
      sessions: [...sessions],
      hold: true,
    });
    await app.must('places.confirm', { placeIds: held.placeIds });
    await app.must('places.cancel', { placeIds: held.placeIds.slice(0, 1), reason: 'Taxi did not come' });
    await app.must('places.cancel', { placeIds: held.placeIds.slice(1), reason: 'Back in school' });
    expect((await historyOf(exclusionId)).slice(0, 4)).toEqual([
      'Cancelled 2 places, Mon 17 November pm to Tue 18 November am: Back in school',
      'Cancelled the place on Mon 17 November am: Taxi did not come',
      'Booked 3 places that were held',
      'Held 3 sessions at Oak PRU, Mon 17 November am to Tue 18 November am',
    ]);
  });

  it('names the operation when a snapshot is not as this version writes it', () => {
    const record = { at: '2025-11-12T12:00:00.000Z', userName: 'Test Person', role: 'decider' };
    expect(
      historyLines([
        { ...record, operation: 'exclusions.save-draft', detail: 'unknown' },
        { ...record, operation: 'letters.send-again', detail: null },
      ]).map(({ text }) => text),
    ).toEqual(['Save draft', 'Send again']);
  });
});
