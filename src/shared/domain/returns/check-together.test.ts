import { expect, it } from 'vitest';
import type { ReturnRecord } from './check-record.ts';
import { checkTogether } from './check-together.ts';

const record = (id: string, more: Partial<ReturnRecord> = {}): ReturnRecord => ({
  id,
  pupilId: 'p1',
  kind: 'fixed-period',
  startDate: '2025-11-13',
  startSlot: 'am',
  endDate: '2025-11-13',
  endSlot: 'pm',
  halfDays: 2,
  sessions: [],
  reasons: ['PP'],
  senProvision: 'N',
  pupil: {
    upn: 'K201400113002',
    surname: 'Okafor',
    forename: 'Ada',
    sex: 'F',
    dob: '2011-10-09',
    entryDate: undefined,
    leavingDate: undefined,
  },
  ...more,
});

const found = (records: readonly ReturnRecord[], halfDays = 0): string[] =>
  [...checkTogether(records, () => halfDays)].flatMap(([id, problems]) =>
    problems.map(({ severity, rule }) => `${id} ${severity} ${rule}`),
  );

it('X09: finds the second permanent exclusion of a pupil, and not one of another pupil', () => {
  const permanent = { kind: 'permanent' } as const;
  expect(found([record('a', permanent), record('b', { ...permanent, pupilId: 'p2' })])).toEqual([]);
  expect(found([record('a', permanent), record('b', permanent)])).toEqual(['b error X09']);
});

it('X08: asks about two exclusions of a kind that start on one day', () => {
  const pm = { startSlot: 'pm' } as const;
  expect(found([record('a'), record('b', pm)])).toEqual(['b query X08']);
  expect(found([record('a'), record('b', { ...pm, kind: 'permanent' })])).toEqual([]);
  expect(found([record('a'), record('b', { ...pm, pupilId: 'p2' })])).toEqual([]);
  expect(found([record('a'), record('b', { startDate: '2025-11-14' })])).toEqual([]);
});

it('X06: asks about more than 45 days in a school year, at the last exclusion of it', () => {
  expect(found([record('a')], 90)).toEqual([]);
  expect(found([record('a'), record('b', { startDate: '2025-11-20' })], 91)).toEqual(['b query X06']);
  const message = checkTogether([record('a')], () => 91).get('a')?.[0]?.message;
  expect(message).toContain('45.5 days of exclusion in 2025/26');
});

it('X06: takes each school year by itself', () => {
  const years = [record('a', { startDate: '2025-06-03' }), record('b')];
  const totals = checkTogether(years, (_, schoolYear) => (schoolYear === 2024 ? 92 : 4));
  expect([...totals.keys()]).toEqual(['a']);
});
