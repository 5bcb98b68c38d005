import { describe, expect, test } from 'vitest';
import { indexCalendar } from '../calendar/index-calendar.ts';
import { sessionKey } from '../calendar/session-key.ts';
import type { Session } from '../calendar/types.ts';
import { NO_RULES } from '../providers/no-rules.ts';
import type { ProviderRules, ProviderSession } from '../providers/types.ts';
import { indexBook, type BookedPlace } from './index-book.ts';
import type { AskedProvider, Asking, PlaceRequest } from './request.ts';
import { needsEscort, whyNot, whyNotEach } from './why-not.ts';

const calendar = indexCalendar({
  terms: [
    { schoolYear: 2025, name: 'autumn', from: '2025-09-01', to: '2025-12-19' },
    { schoolYear: 2025, name: 'spring', from: '2026-01-05', to: '2026-03-27' },
  ],
  closures: [],
});

/** Mon 17 to Fri 21 November 2025 by day of the exclusion, morning and afternoon. */
const on = (day: number, slot: Session['slot'] = 'am'): Session => ({
  date: `2025-11-${String(16 + day)}`,
  slot,
});
const mon = on(1);

const week: readonly ProviderSession[] = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, slot: 'am' as const, capacity: 2, starts: '09:00', ends: '12:00' },
  { weekday, slot: 'pm' as const, capacity: 2, starts: '13:00', ends: '15:00' },
]);

const oak: AskedProvider = {
  id: 'oak',
  kind: 'pru',
  name: 'Oak PRU',
  sessions: week,
  closures: [],
  rules: NO_RULES,
  adults: [],
  hosts: [],
};

/** Amara, Year 9, excluded for the five days of the week. */
const amara: Asking = {
  pupilId: 'amara',
  schoolId: 'home',
  purpose: 'exclusion',
  exclusionId: 'x',
  group: 'secondary',
  yearGroup: 9,
  toCover: new Map(
    [1, 2, 3, 4, 5].flatMap((day) => [
      [sessionKey(on(day)), day] as const,
      [sessionKey(on(day, 'pm')), day] as const,
    ]),
  ),
  exclusionDays: 5,
  keptApart: [],
};

const place = (pupilId: string, session: Session, change: Partial<BookedPlace> = {}): BookedPlace => ({
  ...session,
  pupilId,
  providerId: 'oak',
  exclusionId: `x-${pupilId}`,
  schoolId: 'home',
  group: 'secondary',
  name: pupilId,
  state: 'booked',
  ...change,
});

interface Change {
  readonly provider?: Partial<AskedProvider>;
  readonly rules?: Partial<ProviderRules>;
  readonly asking?: Partial<Asking>;
  readonly places?: readonly BookedPlace[];
  readonly escorted?: readonly string[];
}

const request = ({ provider, rules, asking, places = [], escorted = [] }: Change): PlaceRequest => ({
  asking: { ...amara, ...asking },
  provider: { ...oak, ...provider, rules: { ...NO_RULES, ...rules } },
  book: indexBook(places),
  calendar,
  today: '2025-11-14',
  escorted: new Set(escorted),
  nameOf: (id) => (id === 'elm' ? 'Elm Centre' : undefined),
});

const typesOf = (change: Change, sessions: readonly Session[] = [mon]) => {
  const refused = whyNot(request(change), sessions);
  return refused.map(({ refusals }) => refusals.map(({ type }) => type).join(' '));
};

const own = place('amara', mon, { providerId: 'elm', exclusionId: 'x' });
const two = [place('ben', mon), place('cat', mon)];
const flood = { from: '2025-11-17', to: '2025-11-17', slot: 'all', reason: 'Flood' } as const;

describe('what a session has against a pupil', () => {
  test.each<[string, Change, readonly string[]]>([
    ['nothing, with room', { places: [place('ben', mon)] }, []],
    ['it is not one of the exclusion’s', { asking: { toCover: new Map() } }, ['not-to-cover']],
    ['it is not run', { provider: { sessions: [] } }, ['not-run']],
    ['it is closed', { provider: { closures: [flood] } }, ['closed']],
    ['it is taken to the last place', { places: two }, ['full']],
    [
      'the places left are out of use',
      { provider: { closures: [{ ...flood, places: 1 }] }, places: [place('ben', mon)] },
      ['full'],
    ],
    ['places out of use leave room', { provider: { closures: [{ ...flood, places: 1 }] } }, []],
    ['the pupil has another place then', { places: [own] }, ['placed']],
    [
      'every rule at once',
      { asking: { toCover: new Map() }, provider: { closures: [flood] }, places: [own] },
      ['not-to-cover placed closed'],
    ],
    ['closed and full: the closure is enough', { provider: { closures: [flood] }, places: two }, ['closed']],
    ['full with the pupil’s own place: that is enough', { places: [own, ...two] }, ['placed']],
    [
      'the week has its number of different pupils, though the day holds fewer',
      { provider: { weekCapacity: 2 }, places: [place('ben', on(3)), place('cat', on(5, 'pm'))] },
      ['week-full'],
    ],
    [
      'the week has room for a pupil who comes already',
      {
        provider: { weekCapacity: 2 },
        places: [place('ben', on(3)), place('amara', on(5), { exclusionId: 'x' })],
      },
      [],
    ],
    [
      'pupils of another week do not count',
      { provider: { weekCapacity: 1 }, places: [place('ben', { date: '2025-11-24', slot: 'am' })] },
      [],
    ],
    [
      'the share of the school is taken',
      { provider: { schoolShare: 1 }, places: [place('ben', mon)] },
      ['share-full'],
    ],
    [
      'the share of another school is not ours',
      { provider: { schoolShare: 1 }, places: [place('ben', mon, { schoolId: 'other' })] },
      [],
    ],
    [
      'somebody is there from whom the pupil is kept apart',
      {
        asking: { keptApart: [{ pupilId: 'ben', reason: 'Fight', from: '2025-11-17' }] },
        places: [place('ben', mon)],
      },
      ['kept-apart'],
    ],
    [
      'they are kept apart no longer',
      {
        asking: { keptApart: [{ pupilId: 'ben', reason: 'Fight', from: '2025-10-01', to: '2025-11-16' }] },
        places: [place('ben', mon)],
      },
      [],
    ],
    [
      'another group is there',
      { rules: { separateGroups: true }, places: [place('ben', mon, { group: 'primary' })] },
      ['group'],
    ],
    ['the same group is there', { rules: { separateGroups: true }, places: [place('ben', mon)] }, []],
    ['nobody hosts the rota', { rules: { termRota: true } }, ['no-host']],
    [
      'the rota has a host in another term',
      { rules: { termRota: true }, provider: { hosts: [{ schoolYear: 2025, term: 'spring', host: 'B' }] } },
      ['no-host'],
    ],
    [
      'the rota has a host in the term',
      { rules: { termRota: true }, provider: { hosts: [{ schoolYear: 2025, term: 'autumn', host: 'A' }] } },
      [],
    ],
    [
      'one adult too few is down for it',
      {
        rules: { adultsNeeded: 2 },
        provider: { adults: [{ name: 'Jo', weekday: 1, slot: 'am', here: true }] },
      },
      ['adults'],
    ],
  ])('%s', (_, change, types) => {
    expect(typesOf(change)).toEqual(types);
  });

  test('a full session says who has it', () => {
    expect(whyNot(request({ places: two }), [mon])).toEqual([
      { ...mon, refusals: [{ type: 'full', capacity: 2, holders: two }] },
    ]);
  });

  test('who is in the way is named with the reason', () => {
    const [ben] = two;
    const keptApart = [{ pupilId: 'ben', reason: 'Fight on 3 June', from: '2025-06-03' }];
    expect(
      whyNot(request({ asking: { keptApart }, places: [place('ben', mon)] }), [mon])[0]?.refusals,
    ).toEqual([{ type: 'kept-apart', from: ben, reason: 'Fight on 3 June' }]);
  });
});

describe('what the rules of admission have against a pupil', () => {
  test.each<[string, Change, readonly string[]]>([
    ['the year group', { rules: { yearGroups: [7, 8] } }, ['year-group']],
    [
      'no year group on the roll',
      { rules: { yearGroups: [9] }, asking: { yearGroup: null } },
      ['year-group'],
    ],
    ['the right year group', { rules: { yearGroups: [9] } }, []],
    ['the days of the exclusion it takes', { rules: { window: { fromDay: 3 } } }, ['window']],
    ['day 1 of "up to day 5"', { rules: { window: { fromDay: 1, toDay: 5 } } }, []],
    [
      'an exclusion of five days where more than five are asked',
      { rules: { longerThanDays: 5 } },
      ['exclusion-short'],
    ],
    ['an exclusion of five days where more than four are asked', { rules: { longerThanDays: 4 } }, []],
    [
      'an exclusion of three and a half days is longer than three',
      { rules: { longerThanDays: 3 }, asking: { exclusionDays: 3.5 } },
      [],
    ],
    [
      'a permanent exclusion is never too short',
      { rules: { longerThanDays: 40 }, asking: { exclusionDays: undefined } },
      [],
    ],
    ['a learning support unit', { provider: { kind: 'learning-support-unit' } }, ['against-guidance']],
    [
      'a break in a learning support unit',
      { provider: { kind: 'learning-support-unit' }, asking: { purpose: 'respite', exclusionId: null } },
      [],
    ],
    [
      'days of an exclusion do not apply to a break',
      {
        rules: { window: { fromDay: 3 }, escort: { fromDay: 1 } },
        asking: {
          purpose: 'respite',
          exclusionId: null,
          exclusionDays: undefined,
          toCover: new Map([[sessionKey(mon), undefined]]),
        },
      },
      [],
    ],
  ])('%s', (_, change, types) => {
    expect(typesOf(change)).toEqual(types);
  });
});

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
