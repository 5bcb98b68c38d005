import { describe, expect, it } from 'vitest';
import { checkSessionTimes } from './check-session-times.ts';

const am = { slot: 'am', starts: '08:45', ends: '12:15' } as const;
const pm = { slot: 'pm', starts: '13:05', ends: '15:15' } as const;
const pathsOf = (...times: Parameters<typeof checkSessionTimes>[0]) =>
  checkSessionTimes(times).map(({ path }) => path);

describe('the times of the school day', () => {
  it('are accepted when pm follows am, even without a break', () => {
    expect(pathsOf(am, pm)).toEqual([]);
    expect(pathsOf(am, { ...pm, starts: '12:15' })).toEqual([]);
    expect(pathsOf(pm, am)).toEqual([]);
  });

  it('are refused where a session ends before it starts, or at once', () => {
    expect(pathsOf({ ...am, ends: '08:30' }, pm)).toEqual(['sessionTimes.0.ends']);
    expect(pathsOf(am, { ...pm, ends: '13:05' })).toEqual(['sessionTimes.1.ends']);
  });

  it('are refused where pm starts before am has ended', () => {
    expect(pathsOf(am, { ...pm, starts: '12:10' })).toEqual(['sessionTimes.1.starts']);
  });

  it('are refused where a half of the day is given twice', () => {
    expect(pathsOf(am, am)).toEqual(['sessionTimes.1.slot']);
  });
});
