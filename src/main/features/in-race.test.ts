import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Context } from './context.ts';
import { openBook, type BookApp } from '../../../tests/builders/provider-book.ts';
import { bookPlaces } from './placements/book-places.ts';

let app: BookApp;
beforeEach(async () => {
  app = await openBook();
});
afterEach(() => app.close());

const mon = { date: '2025-11-17', slot: 'am' } as const;

/** A context in which another program takes the place after our check and before our write, `times` times. */
function contextWithRival(times: number, rivalBooks: () => Promise<unknown>, message: string): Context {
  const { services } = app;
  let met = 0;
  return {
    ...services,
    session: { userName: 'Test Person', role: 'administrator' },
    job: { progress: () => undefined, checkCancelled: () => undefined },
    read: (work) => services.store.read(work),
    change: async (work) => {
      if (met < times) {
        met += 1;
        if (met === 1) await rivalBooks();
        throw new Error('insert failed', { cause: new Error(message) });
      }
      const result = await services.store.write(work);
      return result.ok ? { ok: true, value: result.value.value } : result;
    },
  };
}

async function caseWithRival() {
  const providerId = await app.provider('Oak PRU', 1);
  const [amara, ben] = [await app.exclude('Amara Okafor'), await app.exclude('Ben Ali')];
  const rivalBooks = () => app.must('places.book', { exclusionId: ben, providerId, sessions: [mon] });
  const input = { exclusionId: amara, providerId, sessions: [mon], hold: false, escorts: [] };
  return { input, rivalBooks };
}

test.each([1, 99])(
  'who lost the race for the last place is told who has it (refused by the database %i times)',
  async (times) => {
    const { input, rivalBooks } = await caseWithRival();
    const result = await bookPlaces(contextWithRival(times, rivalBooks, 'place-full'), input);
    expect(result).toMatchObject({ ok: false, error: { code: 'place-full' } });
    if (!result.ok) expect(result.error.message).toContain('Ben Ali (9B) has the only place');
  },
);

test('a place that became free again meanwhile is simply booked', async () => {
  const { input } = await caseWithRival();
  const result = await bookPlaces(
    contextWithRival(2, async () => undefined, 'place-full'),
    input,
  );
  expect(result.ok).toBe(true);
});

test('when the database keeps refusing and nobody has the place any more, the sentence says to try again', async () => {
  const { input } = await caseWithRival();
  const result = await bookPlaces(
    contextWithRival(99, async () => undefined, 'provider-closed'),
    input,
  );
  expect(result).toMatchObject({ ok: false, error: { code: 'conflict' } });
  if (!result.ok) expect(result.error.message).toContain('try once more');
});

test('an error that is no guard of ours is not hidden', async () => {
  const { input } = await caseWithRival();
  const context = contextWithRival(99, async () => undefined, 'disk I/O error');
  await expect(bookPlaces(context, input)).rejects.toThrow('insert failed');
});
