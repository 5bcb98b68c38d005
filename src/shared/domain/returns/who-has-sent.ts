import { addDays, type IsoDate } from '../../kernel/plain-date.ts';

/** What there is of a school for a period. `waiting`: nothing yet, and not due; `not-expected`: the school was not open. */
export const CELL_STATES = ['received', 'nil', 'missing', 'waiting', 'not-expected'] as const;

export type CellState = (typeof CELL_STATES)[number];

/**
 * Days after the census day in which a return is due. SI 2006/2601 gives a school 14 days from the day it is asked; that
 * the census day is the day of asking is our reading, so an authority may set another date.
 */
const DAYS_TO_SEND = 14;

export const dueDateOf = (referenceDate: IsoDate): IsoDate => addDays(referenceDate, DAYS_TO_SEND);

/** One version of a school's return for a period. */
export interface SentVersion {
  readonly id: string;
  readonly nil: boolean;
  readonly current: boolean;
  /** UTC ISO instant. */
  readonly receivedAt: string;
}

interface AskedSchool {
  readonly openOn?: IsoDate | undefined;
  readonly closedOn?: IsoDate | undefined;
}

export interface SentCell {
  readonly state: CellState;
  /** The first version came after the due date. */
  readonly late: boolean;
  readonly replaced: boolean;
  readonly receivedId?: string;
  readonly receivedAt?: string;
}

/**
 * How a school stands for a period. What has come is shown whatever the school's dates say; nothing is asked of one that
 * had closed before the period or opened after it.
 */
export function sentCell(
  versions: readonly SentVersion[],
  period: { readonly from: IsoDate; readonly to: IsoDate; readonly dueOn: IsoDate },
  { openOn, closedOn }: AskedSchool,
  today: IsoDate,
): SentCell {
  const current = versions.find((version) => version.current);
  if (current) {
    const first = versions.reduce((a, b) => (b.receivedAt < a.receivedAt ? b : a));
    return {
      state: current.nil ? 'nil' : 'received',
      late: first.receivedAt.slice(0, 10) > period.dueOn,
      replaced: versions.length > 1,
      receivedId: current.id,
      receivedAt: current.receivedAt,
    };
  }
  const open =
    (closedOn === undefined || closedOn >= period.from) && (openOn === undefined || openOn <= period.to);
  const state = !open ? 'not-expected' : today > period.dueOn ? 'missing' : 'waiting';
  return { state, late: false, replaced: false };
}
