import { describe, expect, it } from 'vitest';
import { codeOn, DATED_CODES } from './codes.ts';

describe('the dated codes', () => {
  it('know K from the day the 2024 regulations came into force, and not before', () => {
    expect(codeOn('K', '2024-08-18')).toBeUndefined();
    expect(codeOn('K', '2024-08-19')).toMatchObject({ counts: 'attending', source: 'SI 2024/208 reg 10' });
  });

  it('know the two meanings of B on either side of that day', () => {
    expect(codeOn('B', '2024-08-18')?.meaning).toBe('Taught off site');
    expect(codeOn('B', '2024-08-19')?.meaning).toMatch(/no other code covers/);
  });

  it('leave no session of an old case without a code', () => {
    expect(codeOn('E', '2003-03-04')?.code).toBe('E');
    expect(codeOn('K', '2003-03-04')).toBeUndefined();
  });

  it('have one meaning on every day', () => {
    for (const one of DATED_CODES) {
      const others = DATED_CODES.filter((other) => other !== one && other.code === one.code);
      for (const { from, to } of others) {
        expect(one.from > (to ?? '9999') || from > (one.to ?? '9999')).toBe(true);
      }
    }
  });
});
