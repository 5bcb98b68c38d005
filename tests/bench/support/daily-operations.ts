import { insertPupils } from '#main/storage/repositories/pupil-roll.ts';
import type { TestApp } from '../../builders/app.ts';
import { MONDAY, PUPILS, fillBook } from './area-week.ts';
import { inventPupils, pupilRows } from './invent-pupils.ts';

/** Rounds that there are pupils for: each round excludes another one. */
export const MOST_ROUNDS = 300;

export interface DailyOperation {
  readonly name: string;
  run(): Promise<unknown>;
}

/** The area's week of `fillBook`, and pupils who are not excluded yet. */
export async function fillForDays(app: TestApp): Promise<void> {
  await fillBook(app);
  const more = pupilRows(inventPupils(PUPILS + MOST_ROUNDS)).slice(PUPILS);
  await app.services.store.write((db) => insertPupils(db, more));
}

/** Twenty operations of a school office's day, in their order: a pupil is excluded, placed, and looked up. */
export function dailyOperations(app: TestApp): readonly DailyOperation[] {
  let round = PUPILS;
  let exclusionId = '';
  let placeIds: string[] = [];
  const pupilId = () => `pupil-${String(round).padStart(5, '0')}`;
  const draft = () => ({
    pupilId: pupilId(),
    kind: 'fixed-period' as const,
    startDate: MONDAY,
    halfDays: 10,
    incidentOn: '2025-11-11',
    incidentAccount: 'Pushed another pupil.',
    reasons: ['PP' as const],
    decidedBy: 'Mrs Head',
  });
  const at = (day: number) => ({ date: `2025-11-${String(17 + day)}`, slot: 'am' as const });
  const providerId = () => `provider-${String(round % 60)}`;
  const book = async (days: readonly number[], hold: boolean) => {
    const input = { exclusionId, providerId: providerId(), sessions: days.map(at), hold };
    ({ placeIds } = await app.must('places.book', input));
  };
  const operation = (name: string, run: () => Promise<unknown>): DailyOperation => ({ name, run });
  return [
    operation('exclusions.preview', () => {
      round += 1;
      return app.must('exclusions.preview', draft());
    }),
    operation('exclusions.issue', async () => {
      exclusionId = (await app.must('exclusions.issue', draft())).id;
    }),
    operation('exclusions.get', () => app.must('exclusions.get', { id: exclusionId })),
    operation('exclusions.list', () => app.must('exclusions.list', {})),
    operation('duties.list', () => app.must('duties.list', { exclusionId })),
    operation('duties.board', () => app.must('duties.board', {})),
    operation('today.get', () => app.must('today.get', {})),
    operation('places.board', () => app.must('places.board', { from: MONDAY, days: 5 })),
    operation('places.board for a pupil', () =>
      app.must('places.board', { from: MONDAY, days: 5, exclusionId }),
    ),
    operation('places.queue', () => app.must('places.queue', {})),
    operation('places.book (held, 5 sessions)', () => book([0, 1, 2, 3, 4], true)),
    operation('places.confirm', () => app.must('places.confirm', { placeIds })),
    operation('places.itinerary', () => app.must('places.itinerary', { exclusionId })),
    operation('places.cancel', () => app.must('places.cancel', { placeIds, reason: 'Ill' })),
    operation('stays.list', () => app.must('stays.list', { exclusionId })),
    operation('pupils.list', () => app.must('pupils.list', { text: 'an' })),
    operation('pupils.get', () => app.must('pupils.get', { pupilId: pupilId() })),
    operation('providers.list', () => app.must('providers.list', {})),
    operation('register.codes', () => app.must('register.codes', { from: MONDAY, to: '2025-11-21' })),
    operation('audit.list', () => app.must('audit.list', {})),
  ];
}
