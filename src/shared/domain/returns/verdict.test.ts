import { describe, expect, it } from 'vitest';
import { verdictOf, type JudgedRecord } from './verdict.ts';

const issued: JudgedRecord = {
  state: 'issued',
  kind: 'fixed-period',
  startDate: '2025-11-10',
  takenOver: false,
  leftOn: undefined,
};

const judge = (more: Partial<JudgedRecord>, lunchtimes = false) =>
  verdictOf({ ...issued, ...more }, { from: '2025-04-21', lunchtimes });

describe('the verdict on a record', () => {
  it.each(['issued', 'upheld', 'ended'] as const)('takes in one that is %s', (state) => {
    expect(judge({ state })).toMatchObject({ verdict: 'in', rule: 'in' });
    expect(judge({ state, kind: 'permanent' }).verdict).toBe('in');
  });

  it.each(['cancelled', 'withdrawn', 'reinstated', 'overturned'] as const)(
    'leaves out one that was %s, under that name, and leads to the record',
    (state) => {
      expect(judge({ state })).toMatchObject({ verdict: 'out', rule: state, fix: 'record' });
      expect(judge({ state, kind: 'permanent' }).verdict).toBe('out');
    },
  );

  it('leaves out a draft and leads to it, whether or not it has a date', () => {
    expect(judge({ state: 'draft' })).toMatchObject({ verdict: 'out', rule: 'draft', fix: 'issue' });
    expect(judge({ state: 'draft', startDate: undefined }).rule).toBe('draft');
  });

  it('leaves out what started before the period, with nothing to do about it', () => {
    const found = judge({ startDate: '2025-04-20' });
    expect(found).toMatchObject({ verdict: 'out', rule: 'started-before' });
    expect(found).not.toHaveProperty('fix');
    expect(judge({ startDate: '2025-04-21' }).verdict).toBe('in');
  });

  it('leaves lunchtimes to the switch', () => {
    expect(judge({ kind: 'lunchtime' })).toMatchObject({ rule: 'lunchtime', fix: 'lunchtimes' });
    expect(judge({ kind: 'lunchtime' }, true).verdict).toBe('in');
  });

  it('leaves out a suspension that another took over before a session was missed', () => {
    expect(judge({ takenOver: true }).rule).toBe('taken-over');
    expect(judge({ takenOver: true, kind: 'permanent' }).verdict).toBe('in');
  });

  it('takes leavers in and says when they left', () => {
    expect(judge({ leftOn: '2025-12-19' })).toMatchObject({
      verdict: 'in',
      rule: 'in-leaver',
      why: expect.stringContaining('19 December 2025'),
    });
  });
});
