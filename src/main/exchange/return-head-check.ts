import { periodByRule } from '#shared/domain/returns/periods.ts';
import { PERIOD_KINDS, type PeriodKind, type ReturnPeriod } from '#shared/domain/returns/types.ts';
import type { ProblemList } from './file-problems.ts';
import type { RawField } from './pupil-check.ts';
import { readIsoDate, type ReadDate } from './read-date.ts';
import { AT_SOURCE, createReturnChecks, trimmed } from './return-field-checks.ts';
import { CENSUS_TERMS } from './return-document.ts';

/** The school that a return is of: without it the return cannot be filed anywhere. */
export function checkSchool(
  raw: { readonly la: RawField; readonly estab: RawField },
  problems: ProblemList,
): { readonly la: string; readonly estab: string } | undefined {
  const checks = createReturnChecks(problems);
  const la = checks.text(raw.la, 'local authority number', /^\d{3}$/, '201');
  const estab = checks.text(raw.estab, 'school number', /^\d{4}$/, '4001');
  return la === undefined || estab === undefined ? undefined : { la, estab };
}

/** What a file says of its period. Files made before periods had kinds say the census only. */
interface RawPeriod {
  readonly kind?: RawField;
  readonly term: RawField;
  readonly year: RawField;
  readonly from?: RawField;
  readonly to?: RawField;
}

/**
 * The period: by its rule from term and year, or by its dates. Dates that contradict the rule refuse the file: which of
 * the two is meant cannot be known.
 */
export function checkPeriod(
  raw: RawPeriod,
  problems: ProblemList,
  readDate: (text: string) => ReadDate = readIsoDate,
): ReturnPeriod | undefined {
  const before = problems.errorCount();
  const checks = createReturnChecks(problems, readDate);
  const kind = kindOf(raw, problems);
  if (kind === undefined) return undefined;
  const named = kind === 'census' || kind === 'termly';
  const term = named ? checks.oneOf(raw.term, 'census term', CENSUS_TERMS) : undefined;
  const year = kind === 'dates' ? undefined : checks.text(raw.year, 'census year', /^20\d\d$/, '2026');
  const given = kind === 'dates' || trimmed(raw.from) !== '' || trimmed(raw.to) !== '';
  const from = given ? checks.date(raw.from ?? raw.term, 'first day of the period') : undefined;
  const to = given ? checks.date(raw.to ?? raw.term, 'last day of the period') : undefined;
  if (problems.errorCount() > before) return undefined;
  const period = periodByRule({
    kind,
    ...(term === undefined ? {} : { term }),
    ...(year === undefined ? {} : { year: Number(year) }),
    from: from ?? '',
    to: to ?? '',
  });
  if (period !== undefined && (!given || (period.from === from && period.to === to))) return period;
  const at = raw.from ?? raw.term;
  problems.error({
    line: at.line,
    element: at.element,
    value: `${from ?? ''} to ${to ?? ''}`,
    message:
      period === undefined
        ? 'The last day of the period is before its first day.'
        : `These are not the dates of the period that the file names, which are ${period.from} to ${period.to}.`,
    remedy: AT_SOURCE,
  });
  return undefined;
}

/** A file without the kind is of a census, unless it says dates and no census. */
function kindOf(raw: RawPeriod, problems: ProblemList): PeriodKind | undefined {
  if (raw.kind !== undefined && trimmed(raw.kind) !== '') {
    return createReturnChecks(problems).oneOf(raw.kind, 'kind of period', PERIOD_KINDS);
  }
  const census = trimmed(raw.term) !== '' || trimmed(raw.year) !== '';
  return !census && trimmed(raw.from) !== '' && trimmed(raw.to) !== '' ? 'dates' : 'census';
}
