import type { OperationOutput, ParsedInput } from '#shared/contract/contract.ts';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { isRate } from '#shared/domain/compare/measures.ts';
import {
  countedWords,
  figureWords,
  gapWords,
  groupingWords,
  measureWords,
  schoolsOfPhase,
  tieWords,
} from '#shared/text/compare-words.ts';
import type { FigureReport, ReportCell, ReportColumn, ReportTable } from '../../exchange/figure-report.ts';
import { BLANKS, CHANGES, MARKS, N, SOURCE } from './about-figures.ts';

type Compared = OperationOutput<'authority.compare'>;
type Asked = Pick<ParsedInput<'authority.compare'>, 'measure' | 'phase' | 'by'>;

const number = (header: string, decimals?: number): ReportColumn => ({
  header,
  numeric: true,
  ...(decimals === undefined ? {} : { decimals }),
});

/** A comparison as tables: rows with n in every cell, the years, the changes. */
export function comparisonReport(asked: Asked, compared: Compared): FigureReport {
  const { measure, phase } = asked;
  const decimals = isRate(measure) ? 2 : 1;
  const years = compared.years.map(formatSchoolYear);
  const title = `${measureWords(measure)}, ${schoolsOfPhase(phase)}, ${years[0] ?? ''} to ${years.at(-1) ?? ''}`;
  return {
    title,
    about: [
      ['Measure', `${measureWords(measure)}: ${countedWords(measure)}.`],
      N,
      BLANKS,
      CHANGES,
      MARKS,
      ...compared.ranking.ties.map((tie) => ['Tie', tieWords(tie)] as const),
      ['Small numbers', 'Figures of whole schools are not hidden. Those by group of pupils are.'],
      SOURCE,
    ],
    tables: [rowsTable(asked, compared, decimals), yearsTable(compared, decimals), changesTable(compared)],
    bars: {
      title: compared.listed ? 'Total by school year' : 'Mean per school by school year',
      bars: compared.cells.map(({ schoolYear, mean, total, n }) => {
        const value = compared.listed ? total : mean;
        return {
          label: formatSchoolYear(schoolYear),
          value,
          text: `${value === null ? 'Blank' : figureWords(value, compared.listed ? 0 : decimals)} (n ${n})`,
        };
      }),
    },
  };
}

function rowsTable({ by }: Asked, { years, rows, listed }: Compared, decimals: number): ReportTable {
  const single = by === 'school';
  return {
    title: groupingWords(by),
    columns: [
      { header: single ? 'School' : groupingWords(by) },
      ...(single ? [{ header: 'Number' }] : [number('Schools', 0)]),
      ...years.flatMap((year) => [
        number(`${formatSchoolYear(year)}${listed ? ' total' : ''}`, single ? undefined : decimals),
        ...(single
          ? [{ header: `${formatSchoolYear(year)} blank because` }]
          : [number(`${formatSchoolYear(year)} n`, 0)]),
      ]),
      number('Change, matched', decimals),
      number('Change, n', 0),
      number('Change, pooled', decimals),
      number('Place', 0),
      { header: 'Mark' },
    ],
    rows: rows.map(
      ({ key, name, schools, figures, change, rank, mark, listed: rowListed }): readonly ReportCell[] => [
        name,
        single ? key : schools,
        ...figures.flatMap(({ value, n, total, gap }) => [
          rowListed && !single ? total : value,
          single ? (gap ? gapWords(gap) : null) : n,
        ]),
        change?.value ?? null,
        change?.n ?? null,
        change?.pooled ?? null,
        rank ?? null,
        mark ?? null,
      ],
    ),
  };
}

const yearsTable = ({ cells }: Compared, decimals: number): ReportTable => ({
  title: 'School years',
  columns: [
    { header: 'School year' },
    number('n', 0),
    number('Blank', 0),
    number('Mean per school', decimals),
    number('Lowest', decimals),
    number('Highest', decimals),
    number('SD', decimals),
    number('Total'),
    number('Rate of all, per 100', 2),
    number('Pupils on roll', 0),
  ],
  rows: cells.map(({ schoolYear, n, blank, mean, min, max, sd, total, rate, onRoll }) => [
    formatSchoolYear(schoolYear),
    n,
    blank,
    mean,
    min,
    max,
    sd,
    total,
    rate,
    onRoll,
  ]),
});

const changesTable = ({ changes }: Compared): ReportTable => ({
  title: 'Change between years',
  columns: [
    { header: 'Between' },
    number('Matched', 2),
    number('n', 0),
    number('Pooled', 2),
    number('n earlier', 0),
    number('n later', 0),
    number('Fell', 0),
    number('Stayed', 0),
    number('Rose', 0),
    number('Lowest', 2),
    number('Highest', 2),
    number('SD', 2),
  ],
  rows: changes.map(({ earlier, later, matched, pooled }) => [
    `${formatSchoolYear(earlier)} and ${formatSchoolYear(later)}`,
    matched.mean,
    matched.n,
    pooled.difference,
    pooled.nEarlier,
    pooled.nLater,
    matched.fell,
    matched.stayed,
    matched.rose,
    matched.min,
    matched.max,
    matched.sd,
  ]),
});
