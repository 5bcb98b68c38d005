import { describe, expect, it } from 'vitest';
import { fixedCase as fixed, lifeCase as life } from '../../../../tests/builders/life-case.ts';
import { applyEvent, stepsOf } from './life-cycle.ts';
import type { LifeCase, NewEvent } from './life-cycle-types.ts';

const at = (date: string) => ({ start: { date, slot: 'am' as const }, noticeOn: date });

/** The new state, or why not. */
function after(given: LifeCase, event: NewEvent): string {
  const result = applyEvent(given, event);
  return result.ok ? result.value : result.error.message;
}

describe('cancelling', () => {
  const cancel = {
    type: 'cancelled',
    on: '2025-06-11',
    back: { date: '2025-06-11', slot: 'am' },
  } as const;

  it('is the head’s until the governors begin their meeting', () => {
    expect(after(life(), cancel)).toBe('cancelled');
    expect(after(life({ events: [{ type: 'meeting-begun', on: '2025-06-11' }] }), cancel)).toContain(
      'began to look at it',
    );
    expect(after(life({ events: [{ type: 'meeting-set', on: '2025-06-11' }] }), cancel)).toBe('cancelled');
  });

  it('is refused when the pupil is out for more than 45 days in the year', () => {
    expect(after(life({ halfDaysInYear: 90 }), cancel)).toBe('cancelled');
    expect(after(life({ halfDaysInYear: 91 }), cancel)).toContain('out for 45.5 days');
  });

  it('came in September 2022; before, a head withdraws', () => {
    const on = (type: 'cancelled' | 'withdrawn', date: string) =>
      after(life(at(date)), { type, on: date, back: { date, slot: 'pm' } });
    expect(on('cancelled', '2022-08-31')).toContain('came in September 2022');
    expect(on('withdrawn', '2022-08-31')).toBe('withdrawn');
    expect(on('cancelled', '2022-09-01')).toBe('cancelled');
    expect(on('cancelled', '2023-08-31')).toBe('cancelled');
    expect(on('cancelled', '2023-09-01')).toBe('cancelled');
    expect(on('withdrawn', '2022-09-01')).toContain('Since September 2022 it is cancelled');
  });

  it('has nothing left to give back once the exclusion was served, and says what is still possible', () => {
    const served = after(fixed(), { ...cancel, on: '2025-06-16', back: { date: '2025-06-12', slot: 'am' } });
    expect(served).toContain('It ended on Fri 13 June 2025 and was served: nothing is left to be cancelled.');
    expect(served).toContain('The governing board may still consider representations about it.');
  });

  it('that was done while the exclusion ran can be recorded after its end', () => {
    const steps = (given: LifeCase) =>
      stepsOf(given, '2025-06-30').find(({ event }) => event === 'cancelled');
    expect(steps(fixed())?.allowed).toBe(true);
    expect(after(fixed(), { ...cancel, on: '2025-06-13', back: { date: '2025-06-13', slot: 'pm' } })).toBe(
      'cancelled',
    );
  });

  it('needs a first session back that is on or after its day and gives something back', () => {
    const back = (date: string, slot: 'am' | 'pm') =>
      applyEvent(fixed({ last: { date: '2025-06-13', slot: 'am' } }), { ...cancel, back: { date, slot } });
    const field = (result: ReturnType<typeof applyEvent>) => (result.ok ? [] : result.error.fields);
    expect(field(back('2025-06-10', 'pm'))).toEqual([
      {
        path: 'back',
        message:
          'The pupil cannot be back on Tue 10 June 2025 pm, before it was cancelled on Wed 11 June 2025.',
      },
    ]);
    expect(field(back('2025-06-13', 'pm'))).toMatchObject([
      { path: 'back', message: expect.stringContaining('nothing would be given back') as string },
    ]);
    expect(back('2025-06-13', 'am').ok).toBe(true);
    const { back: _, ...without } = cancel;
    expect(field(applyEvent(fixed(), without))).toEqual([
      { path: 'back', message: 'Enter the first session back.' },
    ]);
  });

  it('lets nothing follow but the return and the closing', () => {
    const given = life({ events: [cancel] });
    expect(stepsOf(given, '2025-06-12').flatMap(({ event, allowed }) => (allowed ? [event] : []))).toEqual([
      'returned',
      'ended',
    ]);
  });
});

describe('reinstating', () => {
  it('names the first session back when the pupil is reinstated, not before the day of the decision', () => {
    const reinstated = { type: 'decision', on: '2025-06-24', outcome: 'reinstated' } as const;
    expect(after(life(), reinstated)).toBe('Enter the first session back.');
    expect(after(life(), { ...reinstated, back: { date: '2025-06-23', slot: 'pm' } })).toBe(
      'The pupil cannot be back on Mon 23 June 2025 pm, before it was decided on Tue 24 June 2025.',
    );
    expect(after(life(), { ...reinstated, back: { date: '2025-06-26', slot: 'am' } })).toBe('reinstated');
    expect(after(life(), { ...reinstated, outcome: 'upheld' })).toBe('upheld');
  });

  it('is no word of a reinstatement before the day on which it was decided', () => {
    const back = { date: '2025-06-26', slot: 'am' } as const;
    const given = life({
      events: [{ type: 'decision', on: '2025-06-24', outcome: 'reinstated', back }],
    });
    expect(after(given, { type: 'decision-told', outcome: 'by-hand', on: '2025-06-23' })).toContain(
      'cannot have been told before',
    );
    expect(after(given, { type: 'decision-told', outcome: 'by-hand', on: '2025-06-24' })).toBe('reinstated');
  });
});
