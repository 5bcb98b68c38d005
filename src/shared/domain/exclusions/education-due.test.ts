import { describe, expect, it } from 'vitest';
import { indexCalendar } from '../calendar/index-calendar.ts';
import type { Session, Slot } from '../calendar/types.ts';
import { ruleSetOn } from '../duties/rule-sets.ts';
import type { RuleSet } from '../duties/types.ts';
import { educationDue, type ExclusionSpan } from './education-due.ts';

const index = indexCalendar({
  terms: [
    { schoolYear: 2006, name: 'summer', from: '2007-04-16', to: '2007-07-20' },
    { schoolYear: 2024, name: 'summer', from: '2025-04-22', to: '2025-07-22' },
  ],
  closures: [
    { from: '2025-05-26', to: '2025-05-30', slot: 'all', kind: 'holiday', name: 'half-term' },
    { from: '2025-06-02', to: '2025-06-02', slot: 'all', kind: 'inset', name: 'INSET day' },
  ],
});

const rules = (date: string): RuleSet => {
  const set = ruleSetOn(date);
  if (set === undefined) throw new Error(`no rule set on ${date}`);
  return set;
};
const at = (date: string, slot: Slot): Session => ({ date, slot });
const span = (id: string, start: Session, halfDays: number): ExclusionSpan => {
  const last = index.sessionsFrom(start, halfDays).at(-1);
  if (last === undefined) throw new Error('no such sessions');
  return { id, kind: 'fixed-period', start, last };
};
const due = (exclusion: ExclusionSpan, others: readonly ExclusionSpan[] = [], promiseFromDay?: number) =>
  educationDue({
    exclusion,
    others,
    index,
    ruleSet: rules(exclusion.start.date),
    ...(promiseFromDay === undefined ? {} : { promiseFromDay }),
  });

describe('educationDue', () => {
  it('falls on the sixth school day out, over half-term and INSET', () => {
    expect(due(span('a', at('2025-05-21', 'am'), 12)).law).toMatchObject({
      date: '2025-06-05',
      day: 6,
      reachedOn: '2025-06-05',
      certainty: 'read',
    });
  });

  it('is not owed by law for five days, and is for ten sessions begun in the afternoon', () => {
    expect(due(span('a', at('2025-06-09', 'am'), 10)).law).toBeUndefined();
    expect(due(span('a', at('2025-06-09', 'pm'), 10)).law?.date).toBe('2025-06-16');
  });

  it('falls on the sixteenth day before September 2007', () => {
    expect(due(span('a', at('2007-06-04', 'am'), 30)).law).toBeUndefined();
    expect(due(span('a', at('2007-06-04', 'am'), 31)).law).toMatchObject({ date: '2007-06-25', day: 16 });
  });

  it('adds up exclusions with no session attended between them', () => {
    const first = span('first', at('2025-06-05', 'am'), 4);
    const second = span('second', at('2025-06-09', 'am'), 8);
    expect(due(first, [second]).law).toBeUndefined();
    const joined = due(second, [first]);
    expect(joined.law).toMatchObject({ date: '2025-06-12', day: 6 });
    expect(joined.run).toEqual(['first', 'second']);
    expect(joined.working[0]).toEqual({ type: 'counted', date: '2025-06-05', slots: ['am', 'pm'] });
  });

  it('does not join exclusions when one session between them was attended', () => {
    const first = span('first', at('2025-06-05', 'am'), 3);
    const second = span('second', at('2025-06-09', 'am'), 8);
    expect(due(second, [first]).law).toBeUndefined();
    expect(due(second, [first]).run).toEqual(['second']);
  });

  it('holds from the first day of an exclusion that carries on past the sixth day', () => {
    const first = span('first', at('2025-06-05', 'am'), 16);
    const second = span('second', at('2025-06-17', 'am'), 4);
    expect(due(second, [first]).law).toMatchObject({ date: '2025-06-17', day: 9, reachedOn: '2025-06-12' });
  });

  it('chains three exclusions whatever order they are given in', () => {
    const a = span('a', at('2025-06-09', 'am'), 4);
    const b = span('b', at('2025-06-11', 'am'), 4);
    const c = span('c', at('2025-06-13', 'am'), 6);
    expect(due(c, [b, a]).law?.date).toBe('2025-06-16');
    expect(due(c, [a, b]).run).toEqual(['a', 'b', 'c']);
  });

  it('counts on into a permanent exclusion, which has no end', () => {
    const first = span('first', at('2025-06-05', 'am'), 4);
    const permanent: ExclusionSpan = { id: 'p', kind: 'permanent', start: at('2025-06-09', 'am') };
    expect(due(permanent).law?.date).toBe('2025-06-16');
    expect(due(permanent, [first]).law?.date).toBe('2025-06-12');
  });

  it('shows the promise of the area apart from the law', () => {
    const short = due(span('a', at('2025-06-09', 'pm'), 4), [], 1);
    expect(short.law).toBeUndefined();
    expect(short.promise).toEqual({ date: '2025-06-09', day: 1, reachedOn: '2025-06-09' });
    const long = due(span('a', at('2025-06-09', 'am'), 14), [], 3);
    expect(long.promise?.date).toBe('2025-06-11');
    expect(long.law?.date).toBe('2025-06-16');
  });

  it('says that it cannot name the day when the terms for it are not entered', () => {
    const permanent: ExclusionSpan = { id: 'p', kind: 'permanent', start: at('2025-07-21', 'am') };
    expect(due(permanent)).toMatchObject({ incomplete: true });
    expect(due(permanent).law).toBeUndefined();
    expect(due(span('a', at('2025-07-21', 'am'), 4)).incomplete).toBe(false);
  });

  it('is never owed for lunchtimes, which do not join other exclusions either', () => {
    const lunch: ExclusionSpan = {
      id: 'l',
      kind: 'lunchtime',
      start: at('2025-06-05', 'am'),
      last: at('2025-06-06', 'pm'),
    };
    expect(due(lunch, [], 1)).toEqual({ incomplete: false, run: ['l'], working: [] });
    expect(due(span('a', at('2025-06-09', 'am'), 10), [lunch]).law).toBeUndefined();
  });
});
