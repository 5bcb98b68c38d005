import { dropUndefined } from './drop-undefined.ts';
import type { ProblemList } from './file-problems.ts';
import type { RawField } from './pupil-check.ts';
import { readTruth } from './pupil-values.ts';
import type { ReadDate } from './read-date.ts';
import { EXTRA_COLUMNS } from './return-csv-columns.ts';
import type { ReturnExtra } from './return-document.ts';

type ExtraColumn = keyof typeof EXTRA_COLUMNS;

/** Reads the columns beyond the census; undefined when all are empty. */
export function readExtra(
  cell: (column: ExtraColumn) => RawField,
  readDate: (text: string) => ReadDate,
  problems: ProblemList,
): ReturnExtra | undefined {
  const text = (column: ExtraColumn): string | undefined => cell(column).text || undefined;
  const value = <T>(
    column: ExtraColumn,
    read: (text: string) => T | undefined,
    what: string,
  ): T | undefined => {
    const found = text(column);
    if (found === undefined) return undefined;
    const known = read(found);
    if (known === undefined) {
      const { line, element } = cell(column);
      problems.error({
        line,
        element,
        value: found,
        message: `This must be ${what}.`,
        remedy: 'The school must correct it and send the return again.',
      });
    }
    return known;
  };
  const date = (column: ExtraColumn) =>
    value(column, (given) => readDate(given).date, 'a date such as 2025-11-10');
  const days = (column: ExtraColumn) =>
    value(
      column,
      (given) => (/^\d{1,3}(\.\d{1,2})?$/.test(given) ? Number(given) : undefined),
      'a number of days such as 2.5',
    );
  const all: { readonly [K in keyof Required<ReturnExtra>]: Required<ReturnExtra>[K] | undefined } = {
    careAuthority: text('care_authority'),
    startSession: value(
      'start_session',
      (given) => (given === 'AM' || given === 'PM' ? given : undefined),
      'AM or PM',
    ),
    endDate: date('end_date'),
    cumDaysTerm: days('cum_days_term'),
    cumDaysYear: days('cum_days_year'),
    examMissed: value('exam_or_nct_missed', readTruth, 'true or false'),
    day6Date: date('day6_date'),
    day6ProviderLaestab: text('day6_provider_laestab'),
    parentNotifiedOn: date('parent_notified_on'),
    laNotifiedOn: date('la_notified_on'),
    governorsNotifiedOn: date('gb_notified_on'),
    governorsMeetBy: date('gb_meet_by'),
    governorsOutcome: text('gb_outcome'),
    reviewRequestedOn: date('irp_requested_on'),
    reviewOutcome: text('irp_outcome'),
    cancelledOn: date('cancelled_on'),
    cancelReason: text('cancel_reason'),
  };
  const given = dropUndefined(all);
  return Object.keys(given).length === 0 ? undefined : given;
}
