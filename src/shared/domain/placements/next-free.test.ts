import { describe, expect, test } from 'vitest';
import { sessionKey } from '../calendar/session-key.ts';
import { nextFree } from './next-free.ts';
import type { SessionToCover } from './sessions-to-cover.ts';
import type { SuggestOption } from './suggest-types.ts';
import type { Refusal } from './types.ts';

const WEEK: readonly SessionToCover[] = ['17', '18', '19', '20', '21'].flatMap((date, at) =>
  (['am', 'pm'] as const).map((slot) => ({ date: `2025-11-${date}`, slot, day: at + 1 })),
);
const full: Refusal = { type: 'full', capacity: 1, holders: [] };
const notRun: Refusal = { type: 'not-run' };
const escort: Refusal = { type: 'escort', window: { fromDay: 1 }, day: 1 };

/** What stands against sessions, by "1 am". */
const ask = (
  against: Readonly<Record<string, Refusal>>,
  wanted: number,
  limits: Pick<SuggestOption, 'minDays' | 'maxDays' | 'daysBefore'> = {},
) => {
  const refusals = new Map(
    WEEK.flatMap((session) => {
      const refusal = against[`${String(session.day)} ${session.slot}`];
      return refusal ? [[sessionKey(session), [refusal]] as const] : [];
    }),
  );
  const found = nextFree({ refusals, ...limits }, WEEK, wanted);
  return 'sessions' in found ? found.sessions.map(({ day, slot }) => `${String(day)} ${slot}`) : found;
};

describe('when a provider can next take a pupil', () => {
  test('the first sessions in a row with nothing against them', () => {
    expect(ask({ '1 am': full, '2 am': full }, 1)).toEqual(['1 pm']);
    expect(ask({ '1 am': full, '2 am': full }, 2)).toEqual(['2 pm', '3 am']);
  });

  test('sessions that the provider never runs do not break the row', () => {
    expect(ask({ '1 pm': notRun, '2 pm': notRun, '3 am': full }, 2)).toEqual(['1 am', '2 am']);
  });

  test('somebody to go with the pupil can still be named', () => {
    expect(ask({ '1 am': escort }, 1)).toEqual(['1 am']);
  });

  test('more than wanted where a stay must be longer', () => {
    expect(ask({ '1 am': full }, 1, { minDays: 2 })).toEqual(['1 pm', '2 am']);
    expect(ask({}, 1, { minDays: 2, daysBefore: new Set(['2025-11-14']) })).toEqual(['1 am']);
  });

  test('never more days than a stay may have', () => {
    expect(ask({}, 3, { maxDays: 1 })).toEqual({ refused: [], mostInARow: 2, days: 1 });
  });

  test('none says what stands against each session, and how many could be had', () => {
    const found = ask({ '1 pm': full, '2 pm': full, '3 pm': full, '4 pm': full, '5 pm': full }, 3);
    expect(found).toMatchObject({ mostInARow: 1 });
    expect(found).toHaveProperty('refused.length', 5);
  });
});
