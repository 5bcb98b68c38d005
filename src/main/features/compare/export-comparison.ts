import type { OperationOutput, ParsedInput } from '#shared/contract/contract.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { reportHtml } from '../../documents/report-html.ts';
import type { FigureReport } from '../../exchange/figure-report.ts';
import { writeReportCsv } from '../../exchange/report-csv.ts';
import { writeReportXlsx } from '../../exchange/report-xlsx.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Context, Handler } from '../context.ts';
import { exportFile } from '../export-file.ts';
import { breakDown } from './break-down.ts';
import { compareLengths } from './compare-lengths.ts';
import { compareReturns } from './compare-schools.ts';
import { breakdownReport } from './report-breakdown.ts';
import { comparisonReport } from './report-comparison.ts';
import { lengthsReport } from './report-lengths.ts';
import { rollUpReport } from './report-roll-up.ts';
import { rollUpMarks } from './roll-up-marks.ts';

type View = ParsedInput<'authority.export-comparison'>['view'];

/** Writes what is on screen as a workbook, a list or a printed page; each says what its figures mean. */
export const exportComparison: Handler<'authority.export-comparison'> = async (context, input) => {
  const { format, view, destination } = input;
  if (format === 'pdf' && context.printPdf === undefined) {
    return refuse(
      'refused',
      'PDF can be made only in First Day’s window. Nothing was written. Here XLSX and CSV can be made.',
    );
  }
  const report = await reportOf(context, view);
  if (!report.ok) return report;
  return exportFile(context, {
    destination,
    suggestedName: `${report.value.title.replaceAll(/[^\p{L}\p{N} ,-]/gu, ' ').slice(0, 100)}.${format}`,
    content: await contentOf(context, report.value, format),
    audit: (fileName) => ({
      subjectType: 'comparison',
      subjectId: view.kind,
      detail: { fileName, format, view },
    }),
  });
};

async function contentOf(
  context: Context,
  report: FigureReport,
  format: ParsedInput<'authority.export-comparison'>['format'],
): Promise<string | Uint8Array> {
  if (format === 'csv') return writeReportCsv(report);
  if (format === 'xlsx') return writeReportXlsx(report);
  const authority = (await context.read(readWorkspace))?.authority?.name;
  const made = `${authority === undefined ? '' : `${authority}. `}Made by ${context.session.userName} on ${formatDate(context.clock.today())}.`;
  return (await context.printPdf?.(reportHtml(report, made))) ?? '';
}

async function reportOf(context: Context, view: View): Promise<Result<FigureReport>> {
  switch (view.kind) {
    case 'comparison':
      return into(await compareReturns(context, view), (value) => comparisonReport(view, value));
    case 'roll-up':
      return into(await rollUpMarks(context, view), rollUpReport);
    case 'breakdown':
      return into(await breakDown(context, view), (value) => breakdownReport(view, value));
    case 'lengths':
      return into(await compareLengths(context, view), (value) => lengthsReport(view, value));
  }
}

type Shown =
  | OperationOutput<'authority.compare'>
  | OperationOutput<'authority.roll-up'>
  | OperationOutput<'authority.breakdown'>
  | OperationOutput<'authority.compare-lengths'>;

const into = <T extends Shown>(
  result: Result<T>,
  toReport: (value: T) => FigureReport,
): Result<FigureReport> => (result.ok ? { ok: true, value: toReport(result.value) } : result);
