import { describe, expect, it } from 'vitest';
import { fixedCase as fixed, lifeCase as life } from '../../../../tests/builders/life-case.ts';
import { ruleSetOn } from '../duties/rule-sets.ts';
import { applyEvent, stepsOf, voidEvent } from './life-cycle.ts';
import { chainsOf } from './life-cycle-chains.ts';
import type { LifeCase, NewEvent } from './life-cycle-types.ts';
import { remoteMeeting } from './remote-meeting.ts';
import { stateAfter } from './state-after.ts';

const at = (date: string) => ({ start: { date, slot: 'am' as const }, noticeOn: date });

/** The new state, or why not. */
function after(given: LifeCase, event: NewEvent): string {
  const result = applyEvent(given, event);
  return result.ok ? result.value : result.error.message;
}

const upheld = { type: 'decision', on: '2025-06-24', outcome: 'upheld' } as const;
const told = { type: 'decision-told', on: '2025-06-25', outcome: 'by-hand' } as const;
const asked = { type: 'review-asked', on: '2025-07-02' } as const;

describe('the state of a case', () => {
  it.each([
    ['issued', []],
    ['issued', [{ type: 'decision', on: '2025-06-20', outcome: 'considered' }]],
    ['upheld', [upheld]],
    ['reinstated', [{ type: 'decision', on: '2025-06-24', outcome: 'reinstated' }]],
    ['upheld', [upheld, told, asked, { type: 'review-decided', on: '2025-07-10', outcome: 'reconsider' }]],
    ['overturned', [upheld, told, asked, { type: 'review-decided', on: '2025-07-10', outcome: 'quashed' }]],
    [
      'overturned',
      [upheld, told, asked, { type: 'review-decided', on: '2025-07-10', outcome: 'not-practical' }],
    ],
    ['cancelled', [{ type: 'cancelled', on: '2025-06-11' }]],
    ['withdrawn', [{ type: 'withdrawn', on: '2025-06-11' }]],
    ['issued', [{ type: 'superseded', on: '2025-06-11' }]],
    [
      'ended',
      [
        { type: 'returned', on: '2025-06-16' },
        { type: 'ended', on: '2025-06-16' },
      ],
    ],
  ] as const)('is %s after %j', (state, events) => {
    const listed = events.map((event, id) => ({ id: String(id), ...event }));
    expect(stateAfter(listed)).toBe(state);
    expect(stateAfter(listed.toReversed())).toBe(state);
  });

  it('follows the reconsidering after a panel quashed it', () => {
    const events = [
      upheld,
      told,
      asked,
      { type: 'review-decided', on: '2025-07-10', outcome: 'quashed' },
    ] as const;
    const back = { date: '2025-07-16', slot: 'am' } as const;
    const reconsider = (outcome: string) =>
      after(life({ events }), { type: 'reconsidered', on: '2025-07-15', outcome, back });
    expect(reconsider('upheld')).toBe('upheld');
    expect(reconsider('reinstated')).toBe('reinstated');
  });
});

describe('a review', () => {
  it('is only for a permanent exclusion that was upheld, once the parents were told', () => {
    expect(after(fixed(), asked)).toContain('Only a permanent exclusion');
    expect(after(life(), asked)).toContain('has not upheld');
    expect(after(life({ events: [upheld] }), asked)).toContain('told of the decision');
    expect(after(life({ events: [upheld, told] }), asked)).toBe('upheld');
  });

  it('is not heard when it is asked for a day late', () => {
    const given = life({ events: [upheld, told], reviewBy: '2025-07-16' });
    expect(after(given, { ...asked, on: '2025-07-16' })).toBe('upheld');
    expect(after(given, { ...asked, on: '2025-07-17' })).toContain('last day was Wed 16 July 2025');
  });

  it('has the outcomes of its time', () => {
    const outcomes = (date: string) =>
      stepsOf(life(at(date)), date).find(({ event }) => event === 'review-decided')?.outcomes;
    expect(outcomes('2011-05-09')).toEqual(['upheld', 'reinstated', 'not-practical']);
    expect(outcomes('2018-05-09')).toEqual(['upheld', 'reconsider', 'quashed']);
  });
});

describe('closing', () => {
  const end = (on: string) => ({ type: 'ended', on }) as const;

  it('of a permanent exclusion waits until nothing can bring the pupil back', () => {
    expect(after(life(), end('2025-07-01'))).toContain('has not decided yet');
    const given = life({ events: [upheld, told], reviewBy: '2025-07-16' });
    expect(after(given, end('2025-07-16'))).toContain('have until Wed 16 July 2025');
    expect(after(given, end('2025-07-17'))).toBe('ended');
    expect(
      after(life({ events: [upheld, told, { type: 'review-waived', on: '2025-06-27' }] }), end('2025-06-27')),
    ).toBe('ended');
    expect(
      after(life({ events: [upheld, told, asked], reviewBy: '2025-07-16' }), end('2025-07-17')),
    ).toContain('has not decided yet');
    const panel = { type: 'review-decided', on: '2025-07-10', outcome: 'upheld' } as const;
    expect(after(life({ events: [upheld, told, asked, panel] }), end('2025-07-10'))).toBe('ended');
  });

  it('of a fixed period waits for its end and for a meeting that is due', () => {
    const short = fixed({ governors: { must: 'consider-representations', mayReinstate: false } });
    expect(after(short, end('2025-06-12'))).toContain('It runs to Fri 13 June 2025');
    expect(after(short, end('2025-06-13'))).toBe('ended');
    expect(after(fixed(), end('2025-06-16'))).toContain('has to meet');
    const asks = { must: 'meet-if-asked', mayReinstate: true } as const;
    expect(after(fixed({ governors: asks }), end('2025-06-16'))).toBe('ended');
    const events = [{ type: 'representations', on: '2025-06-11' }] as const;
    expect(after(fixed({ governors: asks, events }), end('2025-06-16'))).toContain('has to meet');
  });
});

describe('what may follow', () => {
  it('is nothing in a draft, nor before the case began', () => {
    expect(after(life({ draft: true }), { type: 'meeting-set', on: '2025-06-20' })).toContain('draft');
    expect(after(life(), { type: 'representations', on: '2025-06-08' })).toContain('before Mon 9 June 2025');
  });

  it('is one decision, with an outcome that the governors have the power to', () => {
    const decide = { type: 'decision', on: '2025-06-24' } as const;
    expect(after(life(), decide)).toBe('Choose what came of it.');
    expect(
      after(fixed({ governors: { must: 'consider-representations', mayReinstate: false } }), {
        ...decide,
        outcome: 'reinstated',
      }),
    ).toBe('Choose what came of it.');
    expect(after(life({ events: [upheld] }), { ...decide, outcome: 'reinstated' })).toContain(
      'decided on Tue 24 June 2025',
    );
  });

  it('is no return of a pupil who is permanently excluded', () => {
    expect(after(life(), { type: 'returned', on: '2025-06-16' })).toContain('has not been put back');
    expect(after(fixed(), { type: 'returned', on: '2025-06-16' })).toBe('issued');
  });

  it('names a reason for every step that may not be taken', () => {
    for (const step of stepsOf(life(), '2025-06-16')) expect(step.allowed).toBe(step.why === undefined);
  });
});

describe('striking out', () => {
  it('is refused while something rests on it', () => {
    const given = life({ events: [upheld, told, asked] });
    const result = voidEvent(given, '1');
    expect(result.ok ? '' : result.error.message).toContain('Strike out what came of it first');
    expect(voidEvent(given, '2')).toEqual({ ok: true, value: 'upheld' });
  });
});

describe('another exclusion', () => {
  const allowed = (given: LifeCase, on: string) =>
    chainsOf(given, on).flatMap((chain) => (chain.allowed ? [chain.as] : []));
  const running = (from: string, to: string) => fixed({ ...at(from), last: { date: to, slot: 'pm' } });

  it('may extend or convert to August 2012, convert to August 2017, only follow after', () => {
    expect(allowed(running('2006-06-05', '2006-06-09'), '2006-06-08')).toEqual([
      'further',
      'extension',
      'conversion',
    ]);
    expect(allowed(running('2012-08-31', '2012-09-14'), '2012-09-10')).toEqual([
      'further',
      'extension',
      'conversion',
    ]);
    expect(allowed(running('2017-08-29', '2017-09-08'), '2017-08-31')).toEqual(['further', 'conversion']);
    expect(allowed(running('2017-08-29', '2017-09-08'), '2017-09-01')).toEqual(['further']);
    expect(allowed(running('2025-06-09', '2025-06-13'), '2025-06-12')).toEqual(['further']);
  });

  it('says what to do instead where it may not', () => {
    const [, extension, conversion] = chainsOf(fixed(), '2025-06-12');
    expect(extension?.why).toContain('Record a further one');
    expect(conversion?.why).toContain('Record a permanent exclusion that begins straight after it');
  });

  it('is not chained to what was taken back, nor to a permanent one', () => {
    expect(allowed(fixed({ events: [{ type: 'cancelled', on: '2025-06-11' }] }), '2025-06-12')).toEqual([]);
    expect(allowed(life(), '2025-06-12')).toEqual([]);
  });

  it('is too late to extend once the first has ended', () => {
    expect(allowed(running('2006-06-05', '2006-06-09'), '2006-06-12')).toEqual(['further']);
  });
});

describe('a remote meeting', () => {
  it.each([
    ['2025-06-09', '2025-06-24', true],
    ['2023-06-12', '2023-08-31', false],
    ['2023-06-12', '2023-09-01', true],
    ['2011-06-12', '2011-06-24', false],
    ['2020-05-29', '2020-06-15', false],
    ['2020-06-01', '2020-06-22', true],
    ['2022-03-24', '2022-04-28', true],
    ['2022-03-25', '2022-04-28', false],
  ])('about an exclusion from %s held on %s: %s', (starts, meets, may) => {
    const ruleSet = ruleSetOn(starts);
    if (ruleSet === undefined) throw new Error('no rule set');
    expect(remoteMeeting(ruleSet, starts, meets) !== undefined).toBe(may);
  });
});
