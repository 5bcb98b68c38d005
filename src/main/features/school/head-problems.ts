import { formatDate } from '#shared/domain/calendar/format-date.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { FieldError } from '#shared/kernel/result.ts';

/** A head teacher or an acting head, with the days on which they decide, both included. */
interface DatedHead {
  readonly id?: string | undefined;
  readonly name: string;
  readonly acting: boolean;
  readonly from: IsoDate;
  readonly to?: IsoDate | undefined;
}

/** The oldest rules that First Day knows are of January 2003; heads from well before may have decided under them. */
const EARLIEST: IsoDate = '1980-01-01';

/**
 * What is wrong with a head's dates. A school has one head teacher at a time; acting heads may stand in beside the head
 * and beside each other.
 */
export function headProblems(head: DatedHead, others: readonly DatedHead[]): readonly FieldError[] {
  const problems: FieldError[] = [];
  if (head.from < EARLIEST) {
    problems.push({ path: 'from', message: `Enter a day from ${formatDate(EARLIEST)} on.` });
  }
  if (head.to !== undefined && head.to < head.from) {
    problems.push({ path: 'to', message: 'The last day is before the first.' });
  }
  if (head.acting || problems.length > 0) return problems;
  const clash = others.find(
    (other) =>
      other.id !== head.id &&
      !other.acting &&
      (other.to === undefined || head.from <= other.to) &&
      (head.to === undefined || other.from <= head.to),
  );
  if (clash === undefined) return problems;
  const until = clash.to === undefined ? 'with no last day' : `to ${formatDate(clash.to)}`;
  return [
    {
      path: 'from',
      message: `${clash.name} is head teacher from ${formatDate(clash.from)} ${until}, and a school has one at a time. Enter the last day of ${clash.name} first, or mark the new entry as acting.`,
    },
  ];
}
