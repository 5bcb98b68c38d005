import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexCalendar } from '../calendar/index-calendar.ts';
import { sessionKey } from '../calendar/session-key.ts';
import type { Session } from '../calendar/types.ts';
import { PROVIDER_KINDS, type ProviderKind } from '../providers/types.ts';
import { codesFor } from './codes-for.ts';
import { codeOn } from './codes.ts';
import type { RegisterCase, RegisterPlace } from './types.ts';

const index = indexCalendar({
  terms: [
    { schoolYear: 2023, name: 'summer', from: '2024-04-15', to: '2024-07-23' },
    { schoolYear: 2025, name: 'autumn', from: '2025-09-02', to: '2025-12-19' },
    { schoolYear: 2025, name: 'spring', from: '2026-01-05', to: '2026-03-27' },
  ],
  closures: [
    { from: '2025-10-27', to: '2025-10-31', slot: 'all', kind: 'holiday', name: 'Half-term' },
    { from: '2025-11-19', to: '2025-11-19', slot: 'pm', kind: 'closure', name: 'Boiler failure' },
  ],
});
const YEAR = { from: '2024-01-01', to: '2026-12-31' };

const outFrom = (date: string, count: number, more: Partial<RegisterCase> = {}): RegisterCase => {
  const start: Session = { date, slot: 'am' };
  return {
    exclusionId: 'x',
    pupilId: 'p',
    kind: 'fixed-period',
    start,
    halfDays: index.sessionsFrom(start, count).map((session) => ({ ...session, givenBack: false })),
    dualMain: false,
    places: [],
    ...more,
  };
};

const permanentFrom = (date: string, more: Partial<RegisterCase> = {}) =>
  outFrom(date, 0, { kind: 'permanent', ...more });

const placeAt = (
  text: string,
  providerKind: ProviderKind,
  state: RegisterPlace['state'] = 'booked',
): RegisterPlace => ({
  date: text.slice(0, 10),
  slot: text.endsWith('am') ? 'am' : 'pm',
  providerName: 'Riverside',
  providerKind,
  state,
});

const codes = (cases: readonly RegisterCase[], period = YEAR) =>
  codesFor(cases, index, period).map((row) => `${sessionKey(row)} ${row.code}`);

describe('the codes of a fixed-period exclusion', () => {
  it('are E while no place is made', () => {
    expect(codes([outFrom('2025-11-13', 3)])).toEqual([
      '2025-11-13 am E',
      '2025-11-13 pm E',
      '2025-11-14 am E',
    ]);
  });

  it.each<[ProviderKind, boolean, string, string]>([
    ['la-centre', false, '2025-11-13', 'K'],
    ['la-centre', true, '2025-11-13', 'K'],
    ['la-centre', false, '2024-06-03', 'B'],
    ['pru', false, '2025-11-13', 'B'],
    ['pru', true, '2025-11-13', 'D'],
    ['pru', true, '2024-06-03', 'D'],
    ['partner-school', false, '2024-06-03', 'B'],
    ['partner-school', true, '2025-11-13', 'D'],
    ['internal-unit', false, '2025-11-13', '/'],
    ['internal-unit', true, '2024-06-03', '/'],
    ['learning-support-unit', false, '2025-11-13', '/'],
    ['exchange-pair', true, '2025-11-13', 'D'],
    ['exchange-pair', false, '2025-11-13', 'B'],
    ['agency', false, '2025-11-13', 'B'],
    ['primary-rota', false, '2025-11-13', 'B'],
    ['joint-primary-centre', false, '2025-11-13', 'B'],
    ['tuition', false, '2025-11-13', 'B'],
    ['home-study', false, '2025-11-13', 'E'],
    ['flexible-day', false, '2025-11-13', 'E'],
    ['split-day', true, '2025-11-13', 'E'],
  ])('for a place at a %s (dual registered: %s) on %s are %s', (kind, dualMain, date, code) => {
    const one = outFrom(date, 1, { dualMain, places: [placeAt(`${date} am`, kind)] });
    expect(codes([one])).toEqual([`${date} am ${code}`]);
  });

  it('marks the afternoon in the school’s own unit with the other stroke', () => {
    const one = outFrom('2025-11-13', 2, { places: [placeAt('2025-11-13 pm', 'internal-unit')] });
    expect(codes([one])).toEqual(['2025-11-13 am E', '2025-11-13 pm \\']);
  });

  it('are E where the pupil did not take the place up, and say so', () => {
    const places = [{ ...placeAt('2025-11-13 am', 'pru'), notTakenUp: true }];
    expect(codesFor([outFrom('2025-11-13', 1, { places })], index, YEAR)).toMatchObject([
      { code: 'E', reason: { type: 'not-taken-up', providerName: 'Riverside' } },
    ]);
  });

  it('are E where a place is only held, and say so', () => {
    const one = outFrom('2025-11-13', 1, { places: [placeAt('2025-11-13 am', 'pru', 'held')] });
    expect(codesFor([one], index, YEAR)).toMatchObject([
      { code: 'E', reason: { type: 'held-only', providerName: 'Riverside' } },
    ]);
  });

  it('are none for half days given back, for lunchtimes, and for a session on which the school has closed', () => {
    const one = outFrom('2025-11-19', 0, {
      halfDays: [
        { date: '2025-11-18', slot: 'pm', givenBack: true },
        { date: '2025-11-18', slot: 'lunch', givenBack: false },
        { date: '2025-11-19', slot: 'am', givenBack: false },
        { date: '2025-11-19', slot: 'pm', givenBack: false },
      ],
    });
    expect(codes([one])).toEqual(['2025-11-19 am E']);
  });

  it('stop on the pupil’s last day on roll and at the ends of the period asked for', () => {
    const one = outFrom('2025-11-13', 8);
    const left = { ...one, lastDayOnRoll: '2025-11-13' };
    expect(codes([left])).toEqual(['2025-11-13 am E', '2025-11-13 pm E']);
    expect(codes([one], { from: '2025-11-14', to: '2025-11-14' })).toEqual([
      '2025-11-14 am E',
      '2025-11-14 pm E',
    ]);
  });
});

describe('the codes of a permanent exclusion', () => {
  it('go on until the pupil is put back or removed from the register', () => {
    const period = { from: '2025-11-13', to: '2025-11-14' };
    expect(codes([permanentFrom('2025-09-02')], period)).toHaveLength(4);
    const back = permanentFrom('2025-09-02', { stopped: { date: '2025-11-13', slot: 'pm' } });
    expect(codes([back], period)).toEqual(['2025-11-13 am E']);
    const removed = permanentFrom('2025-09-02', { lastDayOnRoll: '2025-11-12' });
    expect(codes([removed], period)).toEqual([]);
  });

  it('become K on the sixth school day, whoever runs the place, because the authority arranges it', () => {
    const places = ['2025-11-19 am', '2025-11-20 am'].map((text) => placeAt(text, 'pru'));
    const one = permanentFrom('2025-11-13', { places });
    expect(codes([one], { from: '2025-11-19', to: '2025-11-20' })).toEqual([
      '2025-11-19 am B',
      '2025-11-20 am K',
      '2025-11-20 pm E',
    ]);
  });

  it('stay D at the other school of a pupil registered twice, and B before August 2024', () => {
    const dual = permanentFrom('2025-11-03', {
      dualMain: true,
      places: [placeAt('2025-11-20 am', 'pru')],
    });
    const earlier = permanentFrom('2024-06-03', { places: [placeAt('2024-06-28 am', 'pru')] });
    expect(codes([dual], { from: '2025-11-20', to: '2025-11-20' })[0]).toBe('2025-11-20 am D');
    expect(codes([earlier], { from: '2024-06-28', to: '2024-06-28' })[0]).toBe('2024-06-28 am B');
  });
});

describe('where two exclusions take one session', () => {
  it('the one with a firm place decides, then the later one', () => {
    const first = outFrom('2025-11-13', 2, {
      exclusionId: 'first',
      places: [placeAt('2025-11-13 pm', 'pru')],
    });
    const second = permanentFrom('2025-11-13', {
      exclusionId: 'second',
      start: { date: '2025-11-13', slot: 'pm' },
    });
    const third = { ...second, exclusionId: 'third', start: { date: '2025-11-14', slot: 'am' as const } };
    const rows = codesFor([first, second, third], index, { from: '2025-11-13', to: '2025-11-14' });
    expect(rows.map((row) => `${sessionKey(row)} ${row.exclusionId}`)).toEqual([
      '2025-11-13 am first',
      '2025-11-13 pm first',
      '2025-11-14 am third',
      '2025-11-14 pm third',
    ]);
  });
});

describe('the codes of any record', () => {
  const school = index.sessionsBetween(
    { date: '2025-11-03', slot: 'am' },
    { date: '2025-12-19', slot: 'pm' },
  );
  const halfDay = fc.record({
    session: fc.nat(school.length - 1),
    givenBack: fc.boolean(),
    kind: fc.constantFrom(...PROVIDER_KINDS),
    state: fc.constantFrom('held' as const, 'booked' as const, 'none' as const),
  });
  const anyCase = fc
    .record({
      halfDays: fc.uniqueArray(halfDay, { selector: ({ session }) => session, maxLength: 20 }),
      pupilId: fc.constantFrom('p', 'q'),
      dualMain: fc.boolean(),
    })
    .map(({ halfDays, pupilId, dualMain }): RegisterCase => {
      const placed = halfDays.flatMap(({ session, givenBack, kind, state }) => {
        const found = school[session];
        return found === undefined ? [] : [{ ...found, givenBack, kind, state }];
      });
      return {
        exclusionId: 'x',
        pupilId,
        kind: 'fixed-period',
        start: placed[0] ?? { date: '2025-11-03', slot: 'am' },
        halfDays: placed.map(({ date, slot, givenBack }) => ({ date, slot, givenBack })),
        dualMain,
        places: placed.flatMap(({ date, slot, kind, state }) =>
          state === 'none' ? [] : [{ date, slot, providerKind: kind, providerName: 'Riverside', state }],
        ),
      };
    });

  it('cover each session out exactly once, none that was given back, each with a code valid on its day', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 4 }), (cases) => {
        const rows = codesFor(cases, index, YEAR);
        const keys = rows.map((row) => `${row.pupilId} ${sessionKey(row)}`);
        const out = new Set(
          cases.flatMap(({ pupilId, halfDays }) =>
            halfDays.filter(({ givenBack }) => !givenBack).map((one) => `${pupilId} ${sessionKey(one)}`),
          ),
        );
        expect(keys.toSorted()).toEqual([...out].toSorted());
        expect(rows.every(({ code, date }) => codeOn(code, date) !== undefined)).toBe(true);
      }),
    );
  });
});
