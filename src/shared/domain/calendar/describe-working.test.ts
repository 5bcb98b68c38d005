import { describe, expect, it } from 'vitest';
import { countFromStart } from './count-sessions.ts';
import { describeWorking, summariseWorking } from './describe-working.ts';
import { indexCalendar } from './index-calendar.ts';
import type { Session } from './types.ts';

const index = indexCalendar({
  terms: [{ schoolYear: 2024, name: 'summer', from: '2025-04-22', to: '2025-07-22' }],
  closures: [
    {
      from: '2025-05-05',
      to: '2025-05-05',
      slot: 'all',
      kind: 'bank-holiday',
      name: 'Early May bank holiday',
    },
    { from: '2025-05-26', to: '2025-05-30', slot: 'all', kind: 'holiday', name: 'half-term' },
    { from: '2025-06-02', to: '2025-06-02', slot: 'all', kind: 'inset', name: 'INSET' },
    { from: '2025-06-12', to: '2025-06-12', slot: 'pm', kind: 'closure', name: 'boiler failure' },
  ],
});

function count(start: Session, sessions: number) {
  const result = countFromStart(index, start, sessions);
  if (!result.ok) throw new Error(result.error.message);
  const { working, returnsOn } = result.value;
  const summary = summariseWorking(working, {
    count: sessions,
    unit: 'session',
    ...(returnsOn === undefined ? {} : { returnsOn }),
  });
  return { lines: describeWorking(working), summary };
}

describe('the working in words', () => {
  it('is one line for each counted day and each closed run', () => {
    expect(count({ date: '2025-05-23', slot: 'pm' }, 3).lines).toEqual([
      'Fri 23 May pm',
      'Sat 24 May to Sun 1 June: half-term',
      'Mon 2 June: INSET',
      'Tue 3 June am and pm',
    ]);
  });

  it('is one sentence that ends with the number and the return', () => {
    expect(count({ date: '2025-05-23', slot: 'pm' }, 2).summary).toBe(
      'Fri 23 May pm, half-term, INSET 2 June, Tue 3 June am = 2 sessions, back Tue 3 June pm',
    );
  });

  it('joins full days in the sentence, not in the lines', () => {
    const { lines, summary } = count({ date: '2025-06-03', slot: 'am' }, 9);
    expect(summary).toBe('Tue 3 June to Fri 6 June, weekend, Mon 9 June am = 9 sessions, back Mon 9 June pm');
    expect(lines).toHaveLength(6);
  });

  it('leaves closed days after the last session to the return', () => {
    const { lines, summary } = count({ date: '2025-05-02', slot: 'pm' }, 1);
    expect(summary).toBe('Fri 2 May pm = 1 session, back Tue 6 May am');
    expect(lines.slice(1)).toEqual(['Sat 3 May to Sun 4 May: weekend', 'Mon 5 May: Early May bank holiday']);
  });

  it('names a closed half of a day', () => {
    const { lines, summary } = count({ date: '2025-06-12', slot: 'am' }, 2);
    expect(lines).toEqual(['Thu 12 June am', 'Thu 12 June pm: boiler failure', 'Fri 13 June am']);
    expect(summary).toMatch(/boiler failure 12 June pm/);
  });

  it('says nothing of a return that is not known', () => {
    expect(count({ date: '2025-07-22', slot: 'pm' }, 1).summary).toBe('Tue 22 July pm = 1 session');
  });
});
