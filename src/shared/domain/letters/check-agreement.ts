import { foldText } from '../../kernel/fold-text.ts';
import type { IsoDate } from '../../kernel/plain-date.ts';
import { formatDate, formatSession, formatShortDate } from '../calendar/format-date.ts';
import { sessionKey } from '../calendar/session-key.ts';
import type { Session, Slot } from '../calendar/types.ts';
import { parentsLetterOf } from './letters-of.ts';
import type { ComposedLetter, LetterFacts, LetterId } from './types.ts';

/** One thing that must agree before a letter goes. `blocks`: a difference that stops it, otherwise a warning. */
export interface AgreementRow {
  readonly what: string;
  readonly ok: boolean;
  readonly blocks: boolean;
  readonly text: string;
}

/** A letter that was issued before, with what it said. */
export interface IssuedLetter {
  readonly templateId: string;
  readonly title: string;
  readonly sentOn: IsoDate;
  /** What of it no longer holds, in sentences. */
  readonly stale: readonly string[];
}

export interface AgreementInput {
  readonly templateId: LetterId;
  readonly facts: LetterFacts;
  readonly letter: ComposedLetter;
  /** The latest issue of each other letter of the case. */
  readonly issued: readonly IssuedLetter[];
  /** Heads and acting heads in force on the day of the decision. */
  readonly deciders: readonly string[];
  /** The half days that the case takes by the record. */
  readonly recorded: readonly { readonly date: IsoDate; readonly slot: Slot | 'lunch' }[];
  /** The school sessions between its start and its end, by the calendar as it is now. */
  readonly byCalendar: readonly Session[];
  /** Sessions for which a place is needed by law or promise. */
  readonly toTeach: readonly Session[];
  /** Sessions whose place was cancelled. */
  readonly cancelledPlaces: readonly (Session & { readonly provider: string })[];
  readonly codes: readonly (Session & { readonly code: string })[];
}

const sameSession = (a: Session, b: Session): boolean => a.date === b.date && a.slot === b.slot;

/**
 * Checks the record, the letter, the notices already sent, the register's codes and the bookings against each other.
 * Each row that can be judged is given, agreeing or not. Pure.
 */
export function checkAgreement(input: AgreementInput): readonly AgreementRow[] {
  const { templateId } = input;
  const tellsParents = templateId.startsWith('parents-') && templateId !== 'parents-cancelled';
  return [
    ...(tellsParents ? rightLetter(input) : []),
    ...decider(input),
    ...dates(input),
    ...(tellsParents ? places(input) : []),
    ...(tellsParents ? register(input) : []),
    ...others(input),
    ...meetingDay(input),
    ...reviewDay(input),
  ];
}

const row = (what: string, ok: boolean, blocks: boolean, text: string): AgreementRow => ({
  what,
  ok,
  blocks,
  text,
});

function rightLetter({ templateId, facts }: AgreementInput): readonly AgreementRow[] {
  const right = parentsLetterOf(facts);
  const ok = right.id === templateId;
  const text = ok
    ? 'It is the letter this case asks for.'
    : 'This case asks for another letter to the parents: the one marked as needed. Send that one.';
  return [row('The letter', ok, true, text)];
}

function decider({ facts, deciders }: AgreementInput): readonly AgreementRow[] {
  const { decidedBy, decidedOn } = facts.exclusion;
  const ok = deciders.some((name) => foldText(name) === foldText(decidedBy));
  const day = formatDate(decidedOn);
  const text = ok
    ? `${decidedBy} was head or acting head on ${day}.`
    : `${decidedBy || 'Nobody'} is not entered as head or acting head on ${day}. Put the dates of the heads right under Settings, or who decided in the case.`;
  return [row('Who decided', ok, true, text)];
}

function dates({ facts, recorded, byCalendar }: AgreementInput): readonly AgreementRow[] {
  const { kind, last, halfDays } = facts.exclusion;
  if (kind === 'permanent' || last === undefined) return [];
  const rows: AgreementRow[] = [];
  if (recorded.length > 0 && recorded.length !== halfDays) {
    const text = `The case says ${String(halfDays)} half days, the record holds ${String(recorded.length)}.`;
    rows.push(row('The length', false, true, text));
  }
  if (kind === 'lunchtime') return rows;
  const closed = recorded.filter(
    ({ date, slot }) => !byCalendar.some((one) => one.date === date && one.slot === slot),
  );
  const [first] = closed;
  const text =
    first === undefined
      ? 'The dates are school sessions by the calendar.'
      : `The school is now closed on ${formatShortDate(first.date)} ${first.slot}${closed.length > 1 ? ` and in ${String(closed.length - 1)} more sessions` : ''}, which the case counts. The end stands as decided unless the head decides otherwise.`;
  return [...rows, row('The dates', first === undefined, false, text)];
}

function places({ facts, letter, toTeach, cancelledPlaces }: AgreementInput): readonly AgreementRow[] {
  const { sessions } = facts.education;
  const names = letter.gaps.find(({ key }) => key === 'educationPlaces');
  const what = 'The place of education';
  if (names === undefined) return [];
  const rows: AgreementRow[] = [];
  const held = sessions.find(({ state }) => state === 'held');
  if (held !== undefined) {
    const text = `The place at ${held.provider} on ${formatSession(held)} is only held. Confirm it before the letter names it.`;
    rows.push(row(what, false, true, text));
  }
  const cancelled = cancelledPlaces.find(
    (place) =>
      toTeach.some((one) => sameSession(one, place)) && !sessions.some((one) => sameSession(one, place)),
  );
  if (cancelled !== undefined) {
    const text = `The place at ${cancelled.provider} on ${formatSession(cancelled)} was cancelled and no other is booked.`;
    rows.push(row(what, false, names.from !== 'typed', text));
  }
  const without = toTeach.filter((one) => !sessions.some((place) => sameSession(place, one)));
  const [open] = without;
  if (open !== undefined && open !== cancelled && names.from === 'record') {
    const more = without.length > 1 ? ` and ${String(without.length - 1)} more sessions` : '';
    rows.push(row(what, false, false, `No place is booked for ${formatSession(open)}${more}.`));
  }
  if (names.from === 'typed' && sessions.length === 0) {
    rows.push(
      row(what, false, false, 'The arrangement is typed; no place is booked that it could be checked by.'),
    );
  }
  if (rows.length === 0 && sessions.length > 0) rows.push(row(what, true, true, 'It is what is booked.'));
  return rows;
}

function register({ facts, codes }: AgreementInput): readonly AgreementRow[] {
  if (codes.length === 0) return [];
  const taught = new Set(facts.education.sessions.filter(({ state }) => state === 'booked').map(sessionKey));
  const wrong = codes.filter((one) => one.code === 'E' && taught.has(sessionKey(one)));
  const [first] = wrong;
  const text =
    first === undefined
      ? 'The register’s codes agree with the bookings.'
      : `The register has E (no provision made) for ${formatSession(first)}, where a place is booked${wrong.length > 1 ? `, and for ${String(wrong.length - 1)} more sessions` : ''}.`;
  return [row('The register', first === undefined, false, text)];
}

/** Letters and notices that went before and say otherwise: they are to be sent again, and do not stop this one. */
function others({ templateId, issued }: AgreementInput): readonly AgreementRow[] {
  return issued
    .filter((one) => one.templateId !== templateId)
    .map((one) => {
      const [first] = one.stale;
      const sent = `sent on ${formatDate(one.sentOn)}`;
      return first === undefined
        ? row(one.title, true, false, `It was ${sent} and says the same.`)
        : row(one.title, false, false, `It was ${sent} and says otherwise. ${first} Send it again.`);
    });
}

/** A meeting outside the governors' window is still held: it is said, and stops no invitation. */
function meetingDay({ templateId, facts: { governors } }: AgreementInput): readonly AgreementRow[] {
  const { meetingOn, notBefore, by } = governors;
  if (templateId !== 'governors-invitation' || meetingOn === undefined) return [];
  const what = 'The day of the meeting';
  const day = formatDate(meetingOn);
  if (by !== undefined && meetingOn > by) {
    return [row(what, false, false, `${day} is after the governors’ last day, ${formatDate(by)}.`)];
  }
  if (notBefore !== undefined && meetingOn < notBefore) {
    const text = `${day} is before the first day on which the governors may meet, ${formatDate(notBefore)}.`;
    return [row(what, false, false, text)];
  }
  return by === undefined ? [] : [row(what, true, false, `${day} is within the governors’ days.`)];
}

/**
 * The parents' last day for a review follows from when and how they are told: a typed one must be that day, and one that
 * is worked out for handing the letter over is too early when it is posted.
 */
function reviewDay({ letter, facts: { reviewBy, reviewByPost } }: AgreementInput): readonly AgreementRow[] {
  const gap = letter.gaps.find(({ key }) => key === 'reviewBy');
  if (gap === undefined || reviewBy === undefined) return [];
  const what = 'The last day to apply';
  if (gap.from === 'typed') {
    const text = `The day is typed; by the record it is ${formatDate(reviewBy)}. An earlier day would take days from the parents.`;
    return [row(what, false, false, text)];
  }
  if (reviewByPost === undefined) return [];
  const text =
    `${formatDate(reviewBy)} holds if the letter is handed over today. By post it is ${formatDate(reviewByPost)}: ` +
    'log the letter as posted first, then print what was sent.';
  return [row(what, false, false, text)];
}
