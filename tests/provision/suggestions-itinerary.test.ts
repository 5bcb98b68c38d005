import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { ProviderKind } from '#shared/domain/providers/types.ts';
import { openBook, wholeWeek, type BookApp } from '../builders/provider-book.ts';
import { ruledProvider } from '../builders/ruled-provider.ts';

const KINDS: readonly ProviderKind[] = [
  'internal-unit',
  'pru',
  'la-centre',
  'partner-school',
  'joint-primary-centre',
  'home-study',
  'learning-support-unit',
];

const anyDays = (max: number) => fc.option(fc.integer({ min: 1, max }), { nil: undefined });

const anyProvider = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    capacity: fc.integer({ min: 1, max: 3 }),
    morningsOnly: fc.boolean(),
    minDays: anyDays(3),
    maxDays: anyDays(6),
    noticeDays: anyDays(4),
    longerThanDays: anyDays(3),
    window: fc.option(
      fc.record({
        fromDay: fc.integer({ min: 1, max: 3 }),
        toDay: fc.option(fc.constant(5), { nil: undefined }),
      }),
      { nil: undefined },
    ),
    escort: fc.option(fc.constant({ fromDay: 1, toDay: 2 }), { nil: undefined }),
    separateGroups: fc.boolean(),
  })
  .filter(({ minDays = 1, maxDays = Infinity }) => minDays <= maxDays);

const anyExclusion = fc.record({
  permanent: fc.boolean(),
  start: fc.integer({ min: 12, max: 21 }).filter((day) => day < 15 || day > 16),
  days: fc.integer({ min: 0, max: 8 }),
  half: fc.boolean(),
  /** Suggested only after somebody has taken the first run of what was suggested at first. */
  inTwoSteps: fc.boolean(),
});

const pad = (day: number) => `2025-11-${String(day).padStart(2, '0')}`;

/** Books the runs as they were suggested, with a name for every day that asks for one. */
async function bookAsSuggested(app: BookApp, exclusionId: string, firstOnly: boolean): Promise<void> {
  const { runs } = await app.must('places.suggest', { exclusionId });
  const wanted = (firstOnly ? runs.slice(0, 1) : runs).map(({ providerId, sessions, escortDates }) => ({
    providerId,
    sessions,
    escorts: escortDates.map((date) => ({ date, name: 'Ms Idris' })),
  }));
  if (wanted.length > 0) await app.must('places.book-itinerary', { exclusionId, runs: wanted });
}

describe('whatever is in the book', () => {
  test('a suggestion can be booked as it is, and leaves nothing to suggest', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyProvider, { minLength: 1, maxLength: 4 }),
        fc.array(anyExclusion, { minLength: 1, maxLength: 4 }),
        async (providers, exclusions) => {
          const app = await openBook();
          try {
            for (const [at, { morningsOnly, capacity, ...rules }] of providers.entries()) {
              const week = wholeWeek(capacity).filter(({ slot }) => !morningsOnly || slot === 'am');
              await ruledProvider(app, `Provider ${String(at)}`, { ...rules, capacity, sessions: week });
            }
            for (const [at, { permanent, start, days, half, inTwoSteps }] of exclusions.entries()) {
              const exclusionId = await app.exclude(`Pupil ${String(at)}`, {
                kind: permanent ? 'permanent' : 'fixed-period',
                start: { date: pad(start), slot: half ? 'pm' : 'am' },
                end: { date: pad(start + days), slot: 'pm' },
              });
              if (inTwoSteps) await bookAsSuggested(app, exclusionId, true);
              await bookAsSuggested(app, exclusionId, false);
              const left = await app.must('places.suggest', { exclusionId });
              const itinerary = await app.must('places.itinerary', { exclusionId });
              const uncovered = itinerary.sessions.filter(
                ({ place, date }) => place === undefined && date >= '2025-11-12',
              );
              expect(left.runs).toEqual([]);
              expect(left.without.map(sessionKey)).toEqual(uncovered.map(sessionKey));
              expect(left.without.every(({ why }) => why.endsWith('.'))).toBe(true);
            }
          } finally {
            await app.close();
          }
        },
      ),
      { numRuns: 5 },
    );
  });
});
