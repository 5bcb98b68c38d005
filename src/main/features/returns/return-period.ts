import type { ParsedInput } from '#shared/contract/contract.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { periodByRule } from '#shared/domain/returns/periods.ts';
import type { ReturnPeriod } from '#shared/domain/returns/types.ts';
import { addDays } from '#shared/kernel/plain-date.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { periodName } from '#shared/text/period-words.ts';

/** A period with its name in words. */
export interface Period extends ReturnPeriod {
  readonly name: string;
}

/** The first day on which exclusions were collected: of the survey of 2003/04. */
const FIRST_DAY = '2003-08-01';

/** Most days of a return of any dates: five school years, so that one slip of a figure does not ask for centuries. */
const MOST_DAYS = 5 * 366;

/** A period as callers see it. */
export const namedPeriod = (period: ReturnPeriod): Period => ({ ...period, name: periodName(period) });

/**
 * The period with the dates that its rule gives it. Refused: dates that are not those of the census, school year or term
 * named (the file says the name, so that other dates would be read as its own: rule X13), periods from before anything
 * was collected, and dates that end before they begin or are years apart.
 */
export function checkPeriod(asked: ParsedInput<'returns.check'>['period']): Result<Period> {
  const { kind, from, to } = asked;
  const given: ReturnPeriod = {
    kind,
    from,
    to,
    ...(asked.term === undefined ? {} : { term: asked.term }),
    ...(asked.year === undefined ? {} : { year: asked.year }),
  };
  const period = periodByRule(given);
  if (period === undefined)
    return kind === 'dates' ? refusedDates('Enter a last day that is not before the first.') : noTerm();
  const named = namedPeriod(period);
  if (period.from < FIRST_DAY) {
    return refuse(
      'invalid-input',
      `Nothing was collected before ${formatDate(FIRST_DAY)}. Choose a later period.`,
      {
        fields: [{ path: 'period.from', message: `Use ${FIRST_DAY} or later.` }],
      },
    );
  }
  if (period.to > addDays(period.from, MOST_DAYS)) return refusedDates('Enter at most five years.');
  if (period.from === from && period.to === to) return { ok: true, value: named };
  return refuse('invalid-input', `The ${named.name} takes starts from ${period.from} to ${period.to}.`, {
    fields: [
      ...(period.from === from ? [] : [{ path: 'period.from', message: `Use ${period.from}.` }]),
      ...(period.to === to ? [] : [{ path: 'period.to', message: `Use ${period.to}.` }]),
    ],
  });
}

const refusedDates = (message: string): Result<never> =>
  refuse('invalid-input', `These dates make no period. ${message}`, {
    fields: [{ path: 'period.to', message }],
  });

const noTerm = (): Result<never> =>
  refuse('invalid-input', 'Say which term and year the return is for.', {
    fields: [{ path: 'period.year', message: 'Say the year, and of a census or a term which term.' }],
  });

/** What files are called by: `SPR2026`, `YEAR2011-12`, `AUT-TERM2004-05`, `2025-03-03_2025-03-07`. */
export function periodCode({ kind, term, year, from, to }: ReturnPeriod): string {
  if (kind === 'dates' || year === undefined) return `${from}_${to}`;
  const schoolYear = (first: number) => `${first}-${String(first + 1).slice(2)}`;
  if (kind === 'annual') return `YEAR${schoolYear(year - 2)}`;
  return kind === 'census' ? `${term ?? ''}${year}` : `${term ?? ''}-TERM${schoolYear(year)}`;
}
