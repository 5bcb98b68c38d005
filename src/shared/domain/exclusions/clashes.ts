import type { IsoDate } from '../../kernel/plain-date.ts';
import { formatDate, formatSession } from '../calendar/format-date.ts';
import type { CalendarIndex } from '../calendar/index-calendar.ts';
import { sessionKey } from '../calendar/session-key.ts';
import type { Session } from '../calendar/types.ts';
import { notEntered } from '../calendar/not-entered.ts';
import type { RuleSet } from '../duties/types.ts';
import type { CountedExclusion } from './types.ts';

/** Something wrong, or worth a second look, in one exclusion. */
export interface Finding {
  /** Code of the check; the same as in the check of a return. */
  readonly code: 'X03' | 'X04' | 'X08' | 'X09';
  readonly severity: 'error' | 'warning';
  /** The field of the form it concerns. */
  readonly field: 'startDate' | 'startSlot' | 'halfDays' | 'kind';
  readonly message: string;
  /** The other exclusion, when there is one. */
  readonly otherId?: string;
}

/** An exclusion with its start; a permanent one needs no half days, it holds from its start on. */
export interface PlacedExclusion extends CountedExclusion {
  readonly start: Session;
}

export interface ClashInput {
  readonly exclusion: PlacedExclusion;
  /** The pupil's other exclusions that are issued, at this school; never this one itself. */
  readonly others: readonly PlacedExclusion[];
  readonly pupil: {
    readonly dateOfBirth?: IsoDate;
    readonly enrolledOn?: IsoDate;
    readonly leftOn?: IsoDate;
  };
  readonly index: CalendarIndex;
  readonly ruleSet: RuleSet;
}

function checkStart({ exclusion, pupil, index }: ClashInput): Finding[] {
  const { date, slot } = exclusion.start;
  const { dateOfBirth, enrolledOn, leftOn } = pupil;
  const findings: Finding[] = [];
  const error = (field: Finding['field'], message: string): void => {
    findings.push({ code: 'X03', severity: 'error', field, message });
  };
  const closed = index.whyClosed(date, slot);
  if (!index.covered(date)) {
    error('startDate', notEntered(index, date));
  } else if (closed !== undefined) {
    error(
      index.isSchoolDay(date) ? 'startSlot' : 'startDate',
      `The school does not meet on ${formatSession(exclusion.start)}: ${closed}. Choose a session on which it is open.`,
    );
  }
  if (dateOfBirth !== undefined && date < dateOfBirth) {
    error(
      'startDate',
      `The start is before the pupil was born, on ${formatDate(dateOfBirth)}. Check both dates.`,
    );
  }
  if (enrolledOn !== undefined && date < enrolledOn) {
    error(
      'startDate',
      `The pupil joined the school on ${formatDate(enrolledOn)}, after this start. Correct the start or the date of entry.`,
    );
  }
  if (leftOn !== undefined && date > leftOn) {
    error(
      'startDate',
      `The pupil left the school on ${formatDate(leftOn)}, before this start. Correct the start or the date of leaving.`,
    );
  }
  return findings;
}

function checkLength({ exclusion, ruleSet }: ClashInput): Finding[] {
  const count = exclusion.halfDays.length;
  const most = ruleSet.maxYearDays.value * 2;
  if (exclusion.kind === 'permanent' || (count >= 1 && count <= most)) return [];
  const message = `Enter a length of half a day to ${String(ruleSet.maxYearDays.value)} days.`;
  return [{ code: 'X04', severity: 'error', field: 'halfDays', message }];
}

/** Half days of the one that the other takes too; a lunchtime meets another when both halves are out. */
function sharedDates(exclusion: PlacedExclusion, other: PlacedExclusion): IsoDate[] {
  const [few, many] =
    exclusion.halfDays.length <= other.halfDays.length ? [exclusion, other] : [other, exclusion];
  const taken = new Set(many.halfDays.map(sessionKey));
  const dates = few.halfDays.filter((halfDay) => taken.has(sessionKey(halfDay))).map(({ date }) => date);
  return [...new Set(dates)];
}

function lunchtimeDates(exclusion: PlacedExclusion, other: PlacedExclusion): IsoDate[] {
  if ((exclusion.kind === 'lunchtime') === (other.kind === 'lunchtime')) return [];
  const [lunches, days] = exclusion.kind === 'lunchtime' ? [exclusion, other] : [other, exclusion];
  const out = new Set(days.halfDays.map(sessionKey));
  return lunches.halfDays
    .map(({ date }) => date)
    .filter((date) => out.has(`${date} am`) && out.has(`${date} pm`));
}

/** "Mon 9 June 2025", "Mon 9 June 2025 and 3 more days". */
function daysText(dates: readonly IsoDate[]): string {
  const more = dates.length - 1;
  const first = formatDate(dates[0] ?? '');
  return more < 1 ? first : `${first} and ${String(more)} more ${more === 1 ? 'day' : 'days'}`;
}

const overlap = (otherId: string, message: string): Finding => ({
  code: 'X08',
  severity: 'error',
  field: 'startDate',
  message,
  otherId,
});

function clashWithPermanent(
  { exclusion }: ClashInput,
  other: PlacedExclusion,
  noun: string,
): Finding | undefined {
  if (exclusion.kind === 'permanent' && other.kind === 'permanent') {
    const message = `This pupil already has a permanent exclusion from this school, from ${formatDate(other.start.date)}.`;
    return { code: 'X09', severity: 'error', field: 'kind', message, otherId: other.id };
  }
  if (other.kind === 'permanent') {
    if (sessionKey(exclusion.halfDays.at(-1) ?? exclusion.start) < sessionKey(other.start)) return undefined;
    const since = formatSession(other.start);
    return overlap(
      other.id,
      `This pupil is permanently excluded from ${since}. This ${noun} must end before that.`,
    );
  }
  const last = other.halfDays.at(-1);
  if (last === undefined || sessionKey(last) < sessionKey(exclusion.start)) return undefined;
  const until = formatDate(last.date);
  return overlap(
    other.id,
    `Another ${noun} of this pupil runs to ${until}. Begin straight after it, or take it back first.`,
  );
}

/** No day of the one lies in the days of the other: nearly all of a long history, told without comparing half days. */
function apart(exclusion: PlacedExclusion, other: PlacedExclusion): boolean {
  const [first, last] = [exclusion.halfDays.at(0), exclusion.halfDays.at(-1)];
  const [otherFirst, otherLast] = [other.halfDays.at(0), other.halfDays.at(-1)];
  if (!first || !last || !otherFirst || !otherLast) return true;
  return last.date < otherFirst.date || otherLast.date < first.date;
}

function clashWith(input: ClashInput, other: PlacedExclusion): Finding | undefined {
  const { exclusion, ruleSet } = input;
  const noun = ruleSet.words.exclusion;
  if (exclusion.kind === 'permanent' || other.kind === 'permanent')
    return clashWithPermanent(input, other, noun);
  if (apart(exclusion, other)) return undefined;
  const another = `Another ${noun}`;
  const shared = sharedDates(exclusion, other);
  if (shared.length > 0) {
    const sameStart = sessionKey(exclusion.start) === sessionKey(other.start);
    if (sameStart && exclusion.kind === other.kind && exclusion.halfDays.length === other.halfDays.length) {
      return overlap(
        other.id,
        `This ${noun} is already recorded for this pupil, with the same start and length.`,
      );
    }
    return overlap(
      other.id,
      `${another} of this pupil already takes ${daysText(shared)}. Change the start or the length.`,
    );
  }
  const lunches = lunchtimeDates(exclusion, other);
  if (lunches.length === 0) return undefined;
  const message = `${another} of this pupil already covers ${daysText(lunches)}: the lunchtime would count twice.`;
  return { ...overlap(other.id, message), severity: 'warning' };
}

/**
 * Checks one exclusion against the calendar, the pupil's dates and the pupil's other exclusions: start on a
 * school session and inside the pupil's time here (X03), length (X04), overlaps and duplicates (X08), a
 * second permanent exclusion (X09). Errors stand in the way of issuing, warnings do not.
 */
export function findClashes(input: ClashInput): readonly Finding[] {
  return [
    ...checkStart(input),
    ...checkLength(input),
    ...input.others
      .filter((other) => other.id !== input.exclusion.id)
      .flatMap((other) => clashWith(input, other) ?? []),
  ];
}
