import { describe, expect, it } from 'vitest';
import {
  dayProblems,
  formatNumber,
  NO_SCHOOL,
  plainNumber,
  schoolOf,
  schoolProblems,
  USUAL_TIMES,
} from './school-draft.ts';

const school = { ...NO_SCHOOL, laEstab: '873/4001', name: 'Fenland Academy', headName: 'Mrs G. Field' };
const pathsOf = (part: Partial<typeof school>) =>
  schoolProblems({ ...school, ...part }).map(({ path }) => path);

describe('the school while it is entered', () => {
  it('takes a DfE number however it is written', () => {
    for (const laEstab of ['8734001', '873/4001', '873 4001', ' 873-4001 '])
      expect(pathsOf({ laEstab })).toEqual([]);
    expect(plainNumber(' 873 / 4001')).toBe('8734001');
    expect(formatNumber('8734001')).toBe('873/4001');
  });

  it('asks first to find the school when nothing is entered', () => {
    expect(schoolProblems(NO_SCHOOL).map(({ path }) => path)).toEqual(['find']);
  });

  it('asks for each thing that is missing or wrong', () => {
    expect(pathsOf({ name: ' ' })).toEqual(['school.name']);
    expect(pathsOf({ laEstab: '4001' })).toEqual(['school.laEstab']);
    expect(pathsOf({ headName: '' })).toEqual(['headName']);
    expect(pathsOf({ urn: '13A775' })).toEqual(['school.urn']);
    expect(pathsOf({ urn: '136775' })).toEqual([]);
  });

  it('is filled from a school of the list', () => {
    const hit = {
      laEstab: '2021048',
      la: '202',
      laName: 'Camden',
      name: 'The Thomas Coram Centre',
      phase: 'nursery',
    } as const;
    expect(schoolOf(hit)).toEqual({
      laEstab: '2021048',
      urn: '',
      name: 'The Thomas Coram Centre',
      phase: 'nursery',
    });
  });
});

describe('the school day while it is entered', () => {
  it('starts with times that are right', () => {
    expect(dayProblems(USUAL_TIMES)).toEqual([]);
  });

  it('asks for a missing time before it compares any', () => {
    const times = USUAL_TIMES.map((time) => ({ ...time, ends: '' }));
    expect(dayProblems(times).map(({ path }) => path)).toEqual([
      'sessionTimes.0.ends',
      'sessionTimes.1.ends',
    ]);
  });
});
