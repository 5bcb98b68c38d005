import { describe, expect, it } from 'vitest';
import { ANNOUNCED_REASONS, maxReasonsOn, reasonsOn } from './reasons.ts';

const codes = (date: string): string[] => reasonsOn(date).map(({ code }) => code);

describe('reasons', () => {
  it('are the twelve of the census to 31 August 2020', () => {
    const twelve = ['BU', 'DA', 'DB', 'DM', 'OT', 'PA', 'PP', 'RA', 'SM', 'TH', 'VA', 'VP'];
    expect(codes('2003-01-20').toSorted()).toEqual(twelve);
    expect(codes('2020-08-31').toSorted()).toEqual(twelve);
  });

  it('are sixteen from 1 September 2020, without "other"', () => {
    expect(codes('2020-09-01')).toEqual('PP PA VP VA OW BU RA LG DS SM DA DM TH MT PH DB'.split(' '));
    expect(codes('2026-10-01')).toHaveLength(16);
  });

  it('never name a code twice on one day, and word it as on that day', () => {
    for (const date of ['2005-05-05', '2020-09-01'])
      expect(new Set(codes(date)).size).toBe(codes(date).length);
    const damage = (date: string) => reasonsOn(date).find(({ code }) => code === 'DM')?.description;
    expect(damage('2019-11-11')).toBe('Damage');
    expect(damage('2024-11-11')).toBe('Damage to property');
  });

  it('leave the announced set of 29 out on every date', () => {
    expect(ANNOUNCED_REASONS).toHaveLength(13);
    for (const { code } of ANNOUNCED_REASONS) expect(codes('2030-09-02')).not.toContain(code);
  });

  it('may be one before September 2020 and up to three after', () => {
    expect(maxReasonsOn('2020-08-31')).toBe(1);
    expect(maxReasonsOn('2020-09-01')).toBe(3);
  });
});
