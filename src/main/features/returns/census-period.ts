import type { ParsedInput } from '#shared/contract/contract.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { censusReturn } from '#shared/domain/returns/periods.ts';
import { periodName } from '#shared/text/period-words.ts';

export type Period = ParsedInput<'returns.check'>['period'];

/** The first census with suspensions and up to three reasons: the one layout that is written. */
const FIRST_YEAR = 2020;

/** A census with the start dates it takes. */
export const censusPeriod = (term: Period['term'], year: number): Period => ({
  name: periodName(censusReturn(term, year)),
  term,
  year,
  from: censusReturn(term, year).from,
  to: censusReturn(term, year).to,
});

/**
 * The period as the census has it. Refused: dates that are not the window of that census (a return says its census,
 * not its dates, so other dates would be read as the census's own: rule X13), and censuses of the former layout.
 */
export function checkPeriod({ term, year, from, to }: Period): Result<Period> {
  const period = censusPeriod(term, year);
  if (year < FIRST_YEAR || (year === FIRST_YEAR && term !== 'AUT')) {
    return refuse('invalid-input', 'Returns can be made from the autumn census of 2020 on.', {
      fields: [{ path: 'period.year', message: 'Choose the autumn census of 2020 or a later one.' }],
    });
  }
  if (period.from === from && period.to === to) return { ok: true, value: period };
  return refuse('invalid-input', `The ${period.name} takes starts from ${period.from} to ${period.to}.`, {
    fields: [
      ...(period.from === from ? [] : [{ path: 'period.from', message: `Use ${period.from}.` }]),
      ...(period.to === to ? [] : [{ path: 'period.to', message: `Use ${period.to}.` }]),
    ],
  });
}
