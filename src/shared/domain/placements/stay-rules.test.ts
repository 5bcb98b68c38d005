import { describe, expect, test } from 'vitest';
import { mon, on, place, request, typesOf, type Change } from '../../../../tests/builders/place-request.ts';
import type { Session } from '../calendar/types.ts';
import type { BookedPlace } from './index-book.ts';
import { needsEscort, whyNot, whyNotEach } from './why-not.ts';

describe('the length of a stay in school days', () => {
  const days = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => on(from + at));
  const rules = { minDays: 2, maxDays: 4 };
  const before = (...sessions: Session[]) => sessions.map((one) => place('amara', one, { exclusionId: 'x' }));

  test.each<[string, readonly Session[], readonly BookedPlace[], readonly string[]]>([
    ['one day is too short, two sessions of it too', [mon, on(1, 'pm')], [], ['stay-short', 'stay-short']],
    ['two half days on two days are enough', days(1, 2), [], []],
    ['four days are not too long', days(1, 4), [], []],
    ['five are, on each of them', days(1, 5), [], Array(5).fill('stay-long')],
    ['a day that joins one in the book is long enough', [on(2)], before(mon), []],
    ['the fifth day after four in the book is one too many', [on(5)], before(...days(1, 4)), ['stay-long']],
    ['the afternoon of a day in the book makes it no longer', [on(4, 'pm')], before(...days(1, 5)), []],
    [
      'days of an earlier exclusion are another stay',
      [mon],
      [place('amara', on(2), { exclusionId: 'earlier' })],
      ['stay-short'],
    ],
  ])('%s', (_, sessions, places, types) => {
    expect(typesOf({ rules, places }, sessions)).toEqual(types);
  });

  test('on a board a single day is part of a stay that may yet be long enough', () => {
    const types = (change: Change, sessions: readonly Session[]) =>
      whyNotEach(request(change), sessions).map(({ refusals }) => refusals.map(({ type }) => type).join(' '));
    expect(types({ rules }, [mon])).toEqual([]);
    expect(types({ rules: { minDays: 6 } }, [mon])).toEqual(['stay-short']);
    expect(types({ rules: { maxDays: 1 }, places: before(mon) }, [on(1, 'pm'), on(2)])).toEqual([
      'stay-long',
    ]);
    expect(types({ rules: { escort: { fromDay: 1 } } }, [mon])).toEqual([]);
  });
});

describe('notice, counted in school days from Fri 14 November', () => {
  test.each<[string, number, readonly Session[], readonly string[]]>([
    ['one day: Monday will do', 1, [mon], []],
    ['two days: Monday is too soon, Tuesday is not', 2, [mon, on(2)], ['notice']],
    ['what is past is entered afterwards', 2, [{ date: '2025-11-13', slot: 'am' }], ['not-to-cover']],
  ])('%s', (_, noticeDays, sessions, types) => {
    expect(typesOf({ rules: { noticeDays } }, sessions)).toEqual(types);
  });

  test('says the earliest day, and is not asked again for a stay that has begun', () => {
    const rules = { noticeDays: 3 };
    expect(whyNot(request({ rules }), [mon])[0]?.refusals).toEqual([
      { type: 'notice', noticeDays: 3, earliest: '2025-11-19' },
    ]);
    expect(typesOf({ rules, places: [place('amara', mon, { exclusionId: 'x' })] }, [on(2)])).toEqual([]);
  });
});

describe('who goes with the pupil', () => {
  const rules = { escort: { fromDay: 1, toDay: 2 } };

  test('must be named on the days that the provider asks for', () => {
    expect(typesOf({ rules }, [mon, on(2), on(3)])).toEqual(['escort', 'escort']);
    expect(typesOf({ rules, escorted: [on(1).date] }, [mon, on(1, 'pm'), on(2)])).toEqual(['escort']);
    expect(needsEscort(request({ rules }), on(2))).toBe(true);
    expect(needsEscort(request({ rules }), on(3))).toBe(false);
  });
});
