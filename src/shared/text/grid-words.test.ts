import { describe, expect, it } from 'vitest';
import { DEFAULT_CRITERIA } from '../domain/support/default-criteria.ts';
import { DEFAULT_PROCEDURE } from '../domain/support/default-procedure.ts';
import { criteriaLines, sayDone, type DoneFacts } from './grid-words.ts';

const nothing: DoneFacts = { meetings: [], plans: [], referrals: [], panels: [], stays: [] };

describe('what was done in a term', () => {
  it('is said in the order of meetings, plan, referrals, panel and places', () => {
    expect(
      sayDone({
        meetings: ['2025-12-09', '2025-11-25'],
        plans: [{ from: '2025-11-03', reviewedOn: ['2025-12-12'] }],
        referrals: [
          { agency: 'Youth team', on: '2025-11-04', state: 'returned' },
          { agency: 'Counsellor', on: '2025-11-05', state: 'sent' },
        ],
        panels: ['2025-12-03'],
        stays: [{ provider: 'The Boathouse', sessions: 1, from: '2025-11-06' }],
      }),
    ).toBe(
      'Met the key worker 2 times, last on 9 December; plan from 3 November, reviewed 12 December; ' +
        'referred to Youth team 4 November (returned); referred to Counsellor 5 November; ' +
        'inclusion panel 3 December; 1 session at The Boathouse from 6 November',
    );
  });

  it('is empty where nothing was, and begins with a capital letter in any case', () => {
    expect(sayDone(nothing)).toBe('');
    expect(sayDone({ ...nothing, panels: ['2025-12-03'] })).toBe('Inclusion panel 3 December');
  });
});

it('criteria say who set them, what puts a pupil in which category, and how the school works', () => {
  const lines = criteriaLines({ ...DEFAULT_CRITERIA, procedure: DEFAULT_PROCEDURE });
  expect(lines.slice(0, 3)).toEqual([
    ['Criteria set by', 'The school itself'],
    ['Category A', 'Risk of exclusion; key worker usually: Learning Mentor'],
    ['Puts a pupil in A', 'Excluded once in the school year'],
  ]);
  expect(lines).toContainEqual(['Meetings with the key worker', 'At least every 14 days, 60 minutes']);
  const set = criteriaLines({ ...DEFAULT_CRITERIA, procedure: DEFAULT_PROCEDURE, setBy: 'Marsh Vale' });
  expect(set[0]).toEqual(['Criteria set by', 'Marsh Vale']);
});
