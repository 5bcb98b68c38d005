import { expect, test } from 'vitest';
import { addUp } from './add-up.ts';
import { matchSchools } from '../../ui/data/match-schools.ts';
import type { SchoolRow } from './types.ts';

const school = (laEstab: string, name: string, more: Partial<SchoolRow> = {}): SchoolRow => ({
  laEstab,
  name,
  phase: 'primary',
  returns: 1,
  nilReturns: 0,
  pupils: 2,
  fixedPeriod: 3,
  permanent: 0,
  lunchtime: 0,
  sessions: 7,
  ...more,
});

const ROWS = [school('9992001', 'St Hybald’s Primary'), school('9994002', 'Ángel High', { sessions: 4 })];

test('schools are found by words of the name in any order, without accents, and by number', () => {
  expect(matchSchools(ROWS, 'primary hyb')).toEqual([ROWS[0]]);
  expect(matchSchools(ROWS, 'angel')).toEqual([ROWS[1]]);
  expect(matchSchools(ROWS, '9994')).toEqual([ROWS[1]]);
  expect(matchSchools(ROWS, ' ')).toEqual(ROWS);
  expect(matchSchools(ROWS, 'angel primary')).toEqual([]);
});

test('the totals are those of the schools shown', () => {
  expect(addUp(ROWS)).toMatchObject({ schools: 2, returns: 2, fixedPeriod: 6, sessions: 11 });
  expect(addUp([])).toMatchObject({ schools: 0, sessions: 0 });
});
