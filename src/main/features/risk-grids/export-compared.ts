import { formatDate, formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import { termWords } from '#shared/text/pupil-words.ts';
import { reportHtml } from '../../documents/report-html.ts';
import type { FigureReport, ReportCell } from '../../exchange/figure-report.ts';
import { writeReportCsv } from '../../exchange/report-csv.ts';
import { writeReportXlsx } from '../../exchange/report-xlsx.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Handler } from '../context.ts';
import { exportFile } from '../export-file.ts';
import { comparedGrids, type Compared } from './compared-grids.ts';
import { noPdf } from './no-pdf.ts';

/** Writes the comparison of a term's grids: counts, no names. */
export const exportCompared: Handler<'authority.export-grids'> = async (context, input) => {
  const { format, destination, ...asked } = input;
  if (format === 'pdf' && context.printPdf === undefined) return noPdf();
  const compared = await context.read(async (db) => ({
    ok: true as const,
    value: { figures: await comparedGrids(db, context, asked), workspace: await readWorkspace(db) },
  }));
  const { figures, workspace } = compared.value;
  if (figures.schools.length === 0)
    return refuse('not-found', 'There is no grid of that term. Nothing was written; import grids first.');
  const report = reportOf(figures);
  const made = `${workspace?.authority?.name ?? ''}. Made by ${context.session.userName} on ${formatDate(context.clock.today())}.`;
  return exportFile(context, {
    destination,
    suggestedName: `${report.title.replaceAll('/', '-')}.${format}`,
    content:
      format === 'csv'
        ? writeReportCsv(report)
        : format === 'xlsx'
          ? await writeReportXlsx(report)
          : ((await context.printPdf?.(reportHtml(report, made))) ?? ''),
    audit: (fileName) => ({
      subjectType: 'risk-grids',
      subjectId: `${figures.term ?? ''} ${String(figures.schoolYear ?? '')}`,
      detail: { fileName, format, schools: figures.schools.length },
    }),
  });
};

const FIGURES = [
  { header: 'On roll', numeric: true, decimals: 0 },
  { header: 'At risk', numeric: true, decimals: 0 },
  { header: 'In each 100', numeric: true, decimals: 1 },
  { header: 'With a key worker', numeric: true, decimals: 0 },
  { header: 'Without', numeric: true, decimals: 0 },
  { header: 'Signed off', numeric: true, decimals: 0 },
  { header: 'Nothing noted as done', numeric: true, decimals: 0 },
] as const;

const figuresOf = (one: NonNullable<Compared['total']>): readonly ReportCell[] => [
  one.pupilsOnRoll,
  one.pupils,
  one.perHundred ?? null,
  one.withKeyWorker,
  one.withoutKeyWorker,
  one.signedOff,
  one.nothingDone,
];

function reportOf({
  schools,
  sets,
  total,
  missing,
  term = 'autumn',
  schoolYear = 0,
}: Compared): FigureReport {
  return {
    title: `Pupils at risk by school, ${termWords(term)} ${formatSchoolYear(schoolYear)}`,
    tables: [
      {
        title: 'Schools',
        columns: [
          { header: 'Number' },
          { header: 'School' },
          ...FIGURES,
          { header: 'By category' },
          { header: 'Criteria' },
        ],
        rows: [
          ...schools.map((one) => [
            one.laEstab,
            one.name,
            ...figuresOf(one),
            one.byCategory.map(({ letter, pupils }) => `${letter} ${String(pupils)}`).join(', '),
            `Set ${String(one.set)}`,
          ]),
          ...(total === undefined ? [] : [['', 'All schools', ...figuresOf(total), '', '']]),
        ],
      },
      {
        title: 'Criteria',
        columns: [
          { header: 'Set' },
          { header: 'Schools', numeric: true, decimals: 0 },
          ...FIGURES,
          { header: 'What they are' },
        ],
        rows: sets.map((one) => [
          `Set ${String(one.set)}`,
          one.schools,
          ...figuresOf(one),
          one.criteria.map((line) => line.join(': ')).join('. '),
        ]),
      },
    ],
    about: [
      [
        'At risk',
        'Pupils in a school’s grid of the term, each once; in each 100 on the school’s roll as the grid gives it.',
      ],
      [
        'Beside each other',
        'Schools with different criteria put different pupils on their registers: compare figures only within a set of criteria.',
      ],
      [
        'Key worker',
        'Of the pupils still on the register when the grid was made. Signed off: no longer on it then.',
      ],
      ['Without a grid', missing.length === 0 ? 'No school.' : missing.map(({ name }) => name).join('; ')],
    ],
  };
}
