import { addMonths, type IsoDate } from '../../kernel/plain-date.ts';
import { PUPIL_KINDS, type PupilKind, type RetentionKind, type RetentionRule } from './types.ts';

/** What a pupil's record must be like for any of it to be due: one of these is met. */
export interface MayBeDue {
  /** Born on this day or before. */
  readonly bornBy?: IsoDate | undefined;
  /** Left on this day or before. */
  readonly leftBy?: IsoDate | undefined;
  /** By kind: the newest record is of this day or before. */
  readonly newestBy: Readonly<Partial<Record<PupilKind, IsoDate>>>;
}

/** Kinds of which a record is not one row with a day of its own: counted from such a day, anybody may have one. */
const OF_ANYBODY: ReadonlySet<RetentionKind> = new Set(['pupil-file', 'roll-entry', 'contacts']);

/**
 * Leaves nobody out of whom something is due (`dueKinds`), and nearly everybody else: of a roll of 50,000 few records are
 * over, and those alone need to be looked at.
 */
export function mayBeDue(rules: readonly RetentionRule[], today: IsoDate): MayBeDue {
  const bornBy: IsoDate[] = [];
  const leftBy: IsoDate[] = [];
  const newestBy: Partial<Record<PupilKind, IsoDate>> = {};
  for (const { kind, months, from } of rules) {
    if (!isPupilKind(kind)) continue;
    // A month more than the time: months end on different days.
    const day = addMonths(today, 1 - months);
    if (from === 'birth') bornBy.push(day);
    else if (from === 'leaving') leftBy.push(day);
    else if (OF_ANYBODY.has(kind)) bornBy.push(today);
    else newestBy[kind] = day;
  }
  return { bornBy: bornBy.toSorted().at(-1), leftBy: leftBy.toSorted().at(-1), newestBy };
}

const isPupilKind = (kind: RetentionKind): kind is PupilKind => PUPIL_KINDS.some((one) => one === kind);
