import { describe, expect, it } from 'vitest';
import { dutiesOf } from '#shared/domain/duties/duties-of.ts';
import { dutyCalendar } from './calendars.ts';
import { makeCase } from './make-case.ts';
import { readTable } from './read-table.ts';
import { writeDuties } from './write-duties.ts';

const TABLES = ['england-2003', 'england-2007', 'england-2012', 'coronavirus', 'england-2022', 'boundaries'];

describe.each(TABLES)('what an exclusion obliges, table %s', (table) => {
  it.each(readTable(table).map((given) => [given.name, given] as const))('%s', (_, given) => {
    const { dutyCase, limits } = makeCase(given, dutyCalendar);
    expect(writeDuties(dutiesOf(dutyCase))).toEqual(given.expected);
    expect(given.source.length).toBeGreaterThan(10);
    if (given.total === undefined) return;
    const highest = Math.max(...limits.years.map(({ after }) => after));
    const refused = limits.refusal === undefined ? '' : ', refused';
    expect(
      `${String(limits.decisiveTerm?.after)} in the term, ${String(highest)} in the year${refused}`,
    ).toBe(given.total);
  });
});

it('there are more than 150 cases, each with a name of its own in its table', () => {
  const names = TABLES.flatMap((table) => readTable(table).map(({ name }) => `${table}: ${name}`));
  expect(names.length).toBeGreaterThan(150);
  expect(new Set(names).size).toBe(names.length);
});
