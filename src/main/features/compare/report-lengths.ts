import type { OperationOutput, ParsedInput } from '#shared/contract/contract.ts';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { schoolsOfPhase } from '#shared/text/compare-words.ts';
import { HIDDEN_WORDS } from '#shared/text/group-words.ts';
import type { FigureReport, ReportColumn } from '../../exchange/figure-report.ts';
import { hiddenOrNot, SOURCE } from './about-figures.ts';

const FIGURES: readonly ReportColumn[] = [
  { header: 'Exclusions (n)', numeric: true, decimals: 0 },
  { header: 'Mean days', numeric: true, decimals: 2 },
  { header: 'Shortest', numeric: true },
  { header: 'Longest', numeric: true },
];

/** Lengths for like reasons: of all schools together, then school by school. */
export function lengthsReport(
  { phase }: Pick<ParsedInput<'authority.compare-lengths'>, 'phase'>,
  { years, reasons, suppressed }: OperationOutput<'authority.compare-lengths'>,
): FigureReport {
  const span = [years[0], years.at(-1)].map((year) => (year === undefined ? '' : formatSchoolYear(year)));
  return {
    title: `Lengths by reason, ${schoolsOfPhase(phase)}, ${span.join(' to ')}`,
    about: [
      ['Lengths', 'School days of fixed-period exclusions that came with their length, by main reason.'],
      ['n', 'Exclusions, of schools whose year is whole. A mean of few says little.'],
      hiddenOrNot(suppressed),
      SOURCE,
    ],
    tables: [
      {
        title: 'By reason',
        columns: [
          { header: 'Main reason' },
          ...FIGURES,
          { header: 'Schools hidden', numeric: true, decimals: 0 },
        ],
        rows: reasons.map(({ reason, n, meanDays, minDays, maxDays, hiddenSchools }) => [
          reason,
          n ?? HIDDEN_WORDS,
          meanDays ?? null,
          minDays ?? null,
          maxDays ?? null,
          hiddenSchools,
        ]),
      },
      {
        title: 'By school',
        columns: [{ header: 'Main reason' }, { header: 'School' }, { header: 'Number' }, ...FIGURES],
        rows: reasons.flatMap(({ reason, schools }) =>
          schools.map(({ name, laEstab, n, meanDays, minDays, maxDays }) => [
            reason,
            name,
            laEstab,
            n,
            meanDays,
            minDays,
            maxDays,
          ]),
        ),
      },
    ],
  };
}
