import { describe, expect, it } from 'vitest';
import { annualWindow, censusWindow } from './census-window.ts';

describe('which start dates a census takes', () => {
  it.each([
    ['SPR', 2013, '2012-04-09', '2012-08-31'],
    ['SUM', 2013, '2012-09-01', '2012-12-31'],
    ['AUT', 2013, '2013-01-01', '2013-03-31'],
    ['SUM', 2019, '2018-09-01', '2018-12-31'],
    ['AUT', 2019, '2019-01-01', '2019-07-31'],
    ['SPR', 2020, '2019-04-22', '2019-12-31'],
    ['SUM', 2020, '2019-08-01', '2020-04-12'],
    ['SPR', 2026, '2025-04-21', '2025-12-31'],
  ] as const)('%s %i: %s to %s', (term, year, from, to) => {
    expect(censusWindow(term, year)).toEqual({ from, to });
  });

  it('takes each start date since autumn 2019 into two following censuses', () => {
    const windows = [2023, 2024, 2025, 2026].flatMap((year) =>
      (['SPR', 'SUM', 'AUT'] as const).map((term) => censusWindow(term, year)),
    );
    for (const day of ['2024-01-01', '2024-03-31', '2024-04-01', '2024-07-31', '2024-08-01', '2024-12-31']) {
      expect(windows.filter(({ from, to }) => from <= day && day <= to)).toHaveLength(2);
    }
  });

  it('takes the whole school year before into the former PRU census', () => {
    expect(annualWindow(2012)).toEqual({ from: '2010-09-01', to: '2011-08-31' });
  });
});
