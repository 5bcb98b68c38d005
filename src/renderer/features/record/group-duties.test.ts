import { expect, test } from 'vitest';
import { groupDuties } from './group-duties.ts';

type Duty = Parameters<typeof groupDuties>[0][number];

const duty = (key: string, more: Partial<Duty>): Duty => ({
  key,
  title: key,
  party: 'parents',
  owedBy: 'school',
  basis: 'law',
  due: '',
  withoutDelay: false,
  why: '',
  working: [],
  source: '',
  certainty: 'read',
  status: 'due',
  ...more,
});

test('what is owed without delay comes first, then day by day, then what has no day yet', () => {
  const groups = groupDuties([
    duty('review', {}),
    duty('meeting', { dueBy: '2025-06-30' }),
    duty('phone', { withoutDelay: true, dueBy: '2025-06-03' }),
    duty('letter', { withoutDelay: true, dueBy: '2025-06-03' }),
    duty('education', { dueBy: '2025-06-10' }),
  ]);
  expect(groups.map(({ when, duties }) => [when, duties.map(({ key }) => key)])).toEqual([
    ['Now', ['phone', 'letter']],
    ['By Tue 10 June', ['education']],
    ['By Mon 30 June', ['meeting']],
    ['When its day is known', ['review']],
  ]);
});
