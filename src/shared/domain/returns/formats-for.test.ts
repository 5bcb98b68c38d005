import { describe, expect, it } from 'vitest';
import { censusLayoutOf } from './census-layout.ts';
import { formatsFor } from './formats-for.ts';
import { annualReturn, censusReturn, datesReturn, termlyReturn } from './periods.ts';

const refused = (period: Parameters<typeof formatsFor>[0]) =>
  formatsFor(period).filter(({ reason }) => reason !== undefined);

describe('the formats a return may travel in', () => {
  it('are all four for a census and for the yearly return', () => {
    expect(refused(censusReturn('SPR', 2026))).toEqual([]);
    expect(refused(annualReturn(2013))).toEqual([]);
    expect(formatsFor(censusReturn('SPR', 2026)).map(({ format }) => format)).toEqual([
      'census-xml',
      'authority-xml',
      'csv',
      'xlsx',
    ]);
  });

  it('are all but the census file for a term or for any dates, with the reason', () => {
    for (const period of [termlyReturn('AUT', 2004), datesReturn('2025-03-03', '2025-03-07')]) {
      expect(refused(period)).toEqual([
        { format: 'census-xml', reason: expect.stringContaining('not its dates') },
      ]);
    }
  });
});

describe('the layout of a census file', () => {
  it.each([
    ['SPR', 2013, '2012'],
    ['SUM', 2020, '2012'],
    ['AUT', 2020, '2020'],
    ['SPR', 2021, '2020'],
  ] as const)('of %s %i is that of %s', (term, year, layout) => {
    expect(censusLayoutOf(censusReturn(term, year))).toBe(layout);
  });

  it('of a yearly return is that of the spring it was collected in', () => {
    expect(censusLayoutOf(annualReturn(2020))).toBe('2012');
    expect(censusLayoutOf(annualReturn(2021))).toBe('2020');
  });
});
