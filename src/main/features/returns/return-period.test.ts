import { describe, expect, it } from 'vitest';
import { annualReturn, censusReturn, datesReturn, termlyReturn } from '#shared/domain/returns/periods.ts';
import { checkPeriod, namedPeriod, periodCode } from './return-period.ts';

const field = (result: ReturnType<typeof checkPeriod>) =>
  result.ok ? undefined : result.error.fields?.map(({ path }) => path);

describe('a period as asked for', () => {
  it.each([
    censusReturn('SPR', 2026),
    censusReturn('SUM', 2013),
    annualReturn(2013),
    termlyReturn('SPR', 2004),
    datesReturn('2025-11-03', '2025-11-03'),
  ])('is taken with the name of its rule: $kind $from', (period) => {
    expect(checkPeriod({ ...period, name: 'whatever' })).toEqual({ ok: true, value: namedPeriod(period) });
  });

  it('is refused with other dates than its rule gives, naming the right ones', () => {
    for (const period of [censusReturn('SPR', 2026), annualReturn(2026), termlyReturn('AUT', 2025)]) {
      expect(field(checkPeriod({ ...period, name: '', to: '2026-01-01' }))).toEqual(['period.to']);
    }
  });

  it('is refused without its term or year', () => {
    const { term: _, ...without } = censusReturn('SPR', 2026);
    expect(field(checkPeriod({ ...without, name: '' }))).toEqual(['period.year']);
    const { year: __, ...noYear } = annualReturn(2026);
    expect(field(checkPeriod({ ...noYear, name: '' }))).toEqual(['period.year']);
  });

  it('is refused when it ends before it begins, is years long, or is from before anything was collected', () => {
    expect(field(checkPeriod({ ...datesReturn('2025-11-03', '2025-11-02'), name: '' }))).toEqual([
      'period.to',
    ]);
    expect(field(checkPeriod({ ...datesReturn('2015-11-03', '2025-11-02'), name: '' }))).toEqual([
      'period.to',
    ]);
    expect(field(checkPeriod({ ...datesReturn('2003-07-31', '2003-12-31'), name: '' }))).toEqual([
      'period.from',
    ]);
  });

  it('gives files a name of their own', () => {
    expect(
      [
        censusReturn('SPR', 2026),
        annualReturn(2013),
        termlyReturn('AUT', 2004),
        datesReturn('2025-11-03', '2025-11-28'),
      ].map(periodCode),
    ).toEqual(['SPR2026', 'YEAR2011-12', 'AUT-TERM2004-05', '2025-11-03_2025-11-28']);
  });
});
