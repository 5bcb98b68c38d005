import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '../../kernel/plain-date.ts';
import { countPattern } from './count-pattern.ts';
import { effectOfStays, TERM_DAYS } from './effect-of-stays.ts';
import { foldWords } from './fold-words.ts';
import { timeBand } from './time-band.ts';
import type { FinishedStay, Incident } from './types.ts';
import { worthATalk } from './worth-a-talk.ts';

const incident = (pupilId: string, startDate: string, more: Partial<Incident> = {}): Incident => ({
  exclusionId: `${pupilId} ${startDate}`,
  pupilId,
  on: startDate,
  startDate,
  at: null,
  place: null,
  lesson: null,
  reason: null,
  kind: 'fixed-period',
  halfDays: 2,
  ...more,
});

describe('the band of a time', () => {
  it.each([
    ['10.40', 'early-morning'],
    ['about 10.40 am', 'early-morning'],
    ['8.30', 'before-school'],
    ['11:00', 'late-morning'],
    ['12.30', 'lunchtime'],
    ['1 pm', 'lunchtime'],
    ['1.15', 'lunchtime'],
    ['13.30', 'afternoon'],
    ['2.50 pm', 'afternoon'],
    ['15:15', 'after-school'],
    ['4', 'after-school'],
    ['Lunchtime', 'lunchtime'],
    ['after school', 'after-school'],
    ['period 31', undefined],
    ['during the day', undefined],
    ['', undefined],
  ] as const)('%s: %s', (typed, band) => {
    expect(timeBand(typed)).toBe(band);
  });
});

describe('what was typed', () => {
  it.each([
    ['The dining-hall ', 'Dining hall'],
    ['in the Café', 'cafe'],
    ['Corridors', 'corridor'],
    ['MATHS', 'math'],
  ])('%s is the same as %s', (one, other) => {
    expect(foldWords(one)).toBe(foldWords(other));
  });

  it('folded twice is the same as once', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        expect(foldWords(foldWords(text))).toBe(foldWords(text));
      }),
    );
  });
});

describe('countPattern', () => {
  it('shows the spelling typed most, counts pupils once, and what came up once not at all', () => {
    const all = [
      incident('a', '2025-11-03', { place: 'Dining hall' }),
      incident('a', '2025-11-10', { place: 'dining-hall' }),
      incident('b', '2025-11-11', { place: 'Dining hall' }),
      incident('b', '2025-11-12', { place: 'Field' }),
      incident('c', '2025-11-12'),
    ];
    expect(countPattern(all, ({ place }) => place)).toEqual({
      rows: [{ label: 'Dining hall', times: 3, pupils: 2 }],
      once: 1,
      notNoted: 1,
    });
  });

  it('accounts for every incident', () => {
    const place = fc.option(fc.constantFrom('Hall', 'hall', 'Field', '', 'Yard'), { nil: null });
    fc.assert(
      fc.property(fc.array(place), (places) => {
        const all = places.map((one, at) => incident(`p${String(at % 3)}`, '2025-11-03', { place: one }));
        const { rows, once, notNoted } = countPattern(all, (one) => one.place);
        expect(rows.reduce((sum, { times }) => sum + times, 0) + once + notNoted).toBe(all.length);
        expect(rows.every(({ times, pupils }) => times > 1 && pupils >= 1 && pupils <= times)).toBe(true);
      }),
    );
  });
});

describe('worthATalk', () => {
  it('is who was excluded twice or more; most signs first', () => {
    const all = [
      incident('once', '2025-11-03', { reason: 'PP' }),
      incident('twice', '2025-11-03', { reason: 'PP', halfDays: 4 }),
      incident('twice', '2025-11-10', { reason: 'VA', halfDays: 4 }),
      incident('rising', '2025-11-17', { reason: 'DB', halfDays: 6 }),
      incident('rising', '2025-11-03', { reason: 'DB', halfDays: 1 }),
      incident('rising', '2025-11-10', { reason: 'DB', halfDays: 2 }),
    ];
    expect(worthATalk(all)).toEqual([
      {
        pupilId: 'rising',
        times: 3,
        lastOn: '2025-11-17',
        signs: [
          { kind: 'times', times: 3 },
          { kind: 'rising', halfDays: [1, 2, 6] },
          { kind: 'same-reason', reason: 'DB', times: 3 },
        ],
      },
      { pupilId: 'twice', times: 2, lastOn: '2025-11-10', signs: [{ kind: 'times', times: 2 }] },
    ]);
  });
});

describe('effectOfStays', () => {
  const schoolDays = Array.from({ length: 400 }, (_, at) => addDays('2024-09-02', at)).filter(
    (day) => weekdayOf(day) <= 5,
  );
  const at = (position: number): string => schoolDays[position] ?? '';
  const stayAt = (position: number, more: Partial<FinishedStay> = {}): FinishedStay => ({
    pupilId: 'a',
    exclusionId: null,
    placementId: `stay ${String(position)}`,
    providerName: 'Unit',
    from: at(position),
    to: at(position + 1),
    entryDate: '2023-09-04',
    leavingDate: null,
    ...more,
  });

  it('counts a term on either side, both ends in it, and not the exclusion that the stay was for', () => {
    const starts = [100 - TERM_DAYS - 1, 100 - TERM_DAYS, 99, 100, 102, 101 + TERM_DAYS, 102 + TERM_DAYS];
    const incidents = starts.map((one) => incident('a', at(one)));
    const own = { exclusionId: incident('a', at(99)).exclusionId };
    expect(effectOfStays([stayAt(100, own)], incidents, schoolDays).all).toEqual({
      stays: 1,
      pupils: 1,
      before: 1,
      after: 2,
      fewer: 0,
      same: 0,
      more: 1,
    });
  });

  it('leaves out stays without a whole term on either side, and pupils who came or left meanwhile', () => {
    const stays = [
      stayAt(TERM_DAYS - 1),
      stayAt(schoolDays.length - TERM_DAYS - 1),
      stayAt(100, { leavingDate: at(120) }),
      stayAt(101, { entryDate: at(90) }),
    ];
    expect(effectOfStays(stays, [], schoolDays)).toMatchObject({
      all: { stays: 0 },
      tooEarly: 1,
      tooRecent: 1,
      notOnRoll: 2,
    });
  });

  it('several runs for one exclusion are one stay, and one for each provider', () => {
    const for1 = { exclusionId: 'x' };
    const stays = [stayAt(100, for1), stayAt(104, for1), stayAt(108, { ...for1, providerName: 'Centre' })];
    const { all, providers } = effectOfStays(stays, [], schoolDays);
    expect(all.stays).toBe(1);
    expect(providers.map((one) => [one.providerName, one.stays])).toEqual([
      ['Centre', 1],
      ['Unit', 1],
    ]);
  });
});
