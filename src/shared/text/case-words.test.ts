import { describe, expect, it } from 'vitest';
import { ruleSetOn } from '../domain/duties/rule-sets.ts';
import { CASE_EVENT_TYPES, type RuleSet } from '../domain/duties/types.ts';
import { EXCLUSION_STATES } from '../domain/exclusions/types.ts';
import { chainLabel, eventText, outcomeLabel, stateText, stepLabel } from './case-words.ts';

const rules = (date: string): RuleSet => {
  const set = ruleSetOn(date);
  if (set === undefined) throw new Error(`no rule set on ${date}`);
  return set;
};
const now = rules('2025-06-09');
const then = rules('2006-06-05');

describe('the words of a case', () => {
  it('give the state with its day', () => {
    expect(stateText('cancelled', '2025-06-09', now)).toBe('cancelled on Mon 9 June 2025');
    expect(stateText('issued', undefined, now)).toBe('issued');
    expect(stateText('upheld', '2025-06-24', now)).toBe('upheld by the governing board on Tue 24 June 2025');
    expect(stateText('overturned', undefined, then)).toBe('overturned by the independent appeal panel');
    for (const state of EXCLUSION_STATES) expect(stateText(state, undefined, now).length).toBeGreaterThan(3);
  });

  it('tell what happened', () => {
    expect(eventText({ type: 'decision', on: '2025-06-24', outcome: 'upheld' }, now)).toBe(
      'The governing board decided on Tue 24 June 2025: upheld',
    );
    expect(eventText({ type: 'decision-told', on: '2025-06-25', outcome: 'post' }, now)).toBe(
      'The parents were told of the decision on Wed 25 June 2025, by first-class post',
    );
    expect(eventText({ type: 'review-asked', on: '2006-06-05' }, then)).toBe(
      'The parents asked for an appeal on Mon 5 June 2006',
    );
    expect(
      eventText({ type: 'cancelled', on: '2025-06-10', back: { date: '2025-06-11', slot: 'pm' } }, now),
    ).toBe('Cancelled on Tue 10 June 2025; back from Wed 11 June 2025 pm');
    for (const type of CASE_EVENT_TYPES)
      expect(eventText({ type, on: '2025-06-09' }, now)).toContain('9 June 2025');
  });

  it('label the steps, the outcomes and the chains in the words of the time', () => {
    expect(stepLabel('review-waived', then)).toBe('The parents want no appeal');
    expect(stepLabel('review-waived', now)).toBe('The parents want no review');
    expect(outcomeLabel('quashed', now)).toBe('Quashed; the governing board must look at it again');
    expect(chainLabel('further', now)).toBe('A further suspension straight after it');
    expect(chainLabel('extension', then)).toBe('Make this exclusion longer');
  });
});
