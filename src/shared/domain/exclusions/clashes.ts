import type { IsoDate } from '../../kernel/plain-date.ts';
import type { CalendarIndex } from '../calendar/index-calendar.ts';
import type { Session } from '../calendar/types.ts';
import type { RuleSet } from '../duties/rule-sets.ts';
import type { CountedExclusion } from './types.ts';

/** Something wrong, or worth a second look, in one exclusion. */
export interface Finding {
  /** Code of the check; the same as in the check of a return. */
  readonly code: 'X03' | 'X04' | 'X08' | 'X09';
  readonly severity: 'error' | 'warning';
  /** The field of the form it concerns. */
  readonly field: 'startDate' | 'startSlot' | 'halfDays' | 'kind';
  readonly message: string;
  /** Dates the message speaks of, for a list beside it. */
  readonly dates: readonly IsoDate[];
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

type HalfDay = CountedExclusion['halfDays'][number];

const keyOf = ({ date, slot }: HalfDay): string => `${date} ${slot}`;

function checkStart({ exclusion, pupil, index }: ClashInput): Finding[] {
  const { date, slot } = exclusion.start;
  const findings: Finding[] = [];
  const error = (field: Finding['field'], message: string, dates: readonly IsoDate[]): void => {
    findings.push({ code: 'X03', severity: 'error', field, message, dates });
  };
  const closed = index.whyClosed(date, slot);
  if (!index.covered(date)) {
    error('startDate', 'The term dates for the start are not entered. Enter them in the school calendar.', [
      date,
    ]);
  } else if (closed !== undefined) {
    const field = index.isSchoolDay(date) ? 'startSlot' : 'startDate';
    error(field, `The school does not meet at the start: ${closed}. Choose a session on which it is open.`, [
      date,
    ]);
  }
  if (pupil.dateOfBirth !== undefined && date < pupil.dateOfBirth) {
    error('startDate', "The start is before the pupil's date of birth. Check both dates.", [
      date,
      pupil.dateOfBirth,
    ]);
  }
  if (pupil.enrolledOn !== undefined && date < pupil.enrolledOn) {
    error(
      'startDate',
      'The start is before the pupil joined the school. Check the start, or the date of entry.',
      [date, pupil.enrolledOn],
    );
  }
  if (pupil.leftOn !== undefined && date > pupil.leftOn) {
    error(
      'startDate',
      'The start is after the pupil left the school. Check the start, or the date of leaving.',
      [date, pupil.leftOn],
    );
  }
  return findings;
}

function checkLength({ exclusion, ruleSet }: ClashInput): Finding[] {
  const count = exclusion.halfDays.length;
  const most = ruleSet.maxYearDays.value * 2;
  if (exclusion.kind === 'permanent' || (count >= 1 && count <= most)) return [];
  const message = `Enter a length of half a day to ${String(ruleSet.maxYearDays.value)} days.`;
  return [{ code: 'X04', severity: 'error', field: 'halfDays', message, dates: [] }];
}

/** Half days of the one that the other takes too; a lunchtime meets another when both halves are out. */
function sharedDates(exclusion: PlacedExclusion, other: PlacedExclusion): IsoDate[] {
  const [few, many] =
    exclusion.halfDays.length <= other.halfDays.length ? [exclusion, other] : [other, exclusion];
  const taken = new Set(many.halfDays.map(keyOf));
  const dates = few.halfDays.filter((halfDay) => taken.has(keyOf(halfDay))).map(({ date }) => date);
  return [...new Set(dates)];
}

function lunchtimeDates(exclusion: PlacedExclusion, other: PlacedExclusion): IsoDate[] {
  if ((exclusion.kind === 'lunchtime') === (other.kind === 'lunchtime')) return [];
  const [lunches, days] = exclusion.kind === 'lunchtime' ? [exclusion, other] : [other, exclusion];
  const out = new Set(days.halfDays.map(keyOf));
  return lunches.halfDays
    .map(({ date }) => date)
    .filter((date) => out.has(`${date} am`) && out.has(`${date} pm`));
}

function clashWith(input: ClashInput, other: PlacedExclusion): Finding | undefined {
  const { exclusion } = input;
  const noun = input.ruleSet.words.exclusion;
  const otherId = other.id;
  const shared = sharedDates(exclusion, other);
  const sameStart = keyOf(exclusion.start) === keyOf(other.start);
  if (exclusion.kind === 'permanent' && other.kind === 'permanent') {
    const message = 'This pupil already has a permanent exclusion at this school.';
    return { code: 'X09', severity: 'error', field: 'kind', message, dates: [other.start.date], otherId };
  }
  if (
    other.kind === 'permanent' &&
    keyOf(exclusion.halfDays.at(-1) ?? exclusion.start) >= keyOf(other.start)
  ) {
    const message = 'This pupil is permanently excluded from a day within this one or before it.';
    return {
      code: 'X08',
      severity: 'error',
      field: 'startDate',
      message,
      dates: [other.start.date],
      otherId,
    };
  }
  if (exclusion.kind === 'permanent') {
    const last = other.halfDays.at(-1);
    if (last === undefined || keyOf(last) < keyOf(exclusion.start)) return undefined;
    const message = `A ${noun} of this pupil still runs at the start. Begin straight after it, or cancel it first.`;
    return { code: 'X08', severity: 'error', field: 'startDate', message, dates: [last.date], otherId };
  }
  if (sameStart && exclusion.kind === other.kind && shared.length > 0) {
    const same = exclusion.halfDays.length === other.halfDays.length;
    const message = same
      ? `The same ${noun} of this pupil is already recorded.`
      : `A ${noun} of this pupil with the same start is already recorded, with another length.`;
    return { code: 'X08', severity: 'error', field: 'startDate', message, dates: shared, otherId };
  }
  if (shared.length > 0) {
    const message = `Another ${noun} of this pupil takes some of the same sessions. Change the start or the length.`;
    return { code: 'X08', severity: 'error', field: 'startDate', message, dates: shared, otherId };
  }
  const lunches = lunchtimeDates(exclusion, other);
  if (lunches.length === 0) return undefined;
  const message = `Another ${noun} keeps this pupil out all day on a day of the lunchtimes: it would count twice.`;
  return { code: 'X08', severity: 'warning', field: 'startDate', message, dates: lunches, otherId };
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
