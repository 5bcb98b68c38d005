import { RULE_SETS } from '#shared/domain/duties/rule-sets.ts';
import { capitalise } from '#shared/text/exclusion-words.ts';
import { dutyTitle } from '#shared/text/duty-words.ts';
import type { Deadline } from '../../exchange/calendar-file.ts';
import { readOpenDeadlines, type OpenDeadline } from '../../storage/repositories/open-deadlines.ts';
import { mayNoteDuty } from '../clerk-part.ts';
import type { Handler } from '../context.ts';
import { exportFile } from '../export-file.ts';
import { homeSchool } from '../home-school.ts';

/** Stands at the end of every entry: once in a calendar, others may see it and First Day cannot take it back. */
const LEAVES =
  'In this calendar the entry has left First Day’s protection: anybody who sees the calendar sees it, and it does not change when the record does. Export again to bring it up to date.';

const BASIS: Readonly<Record<OpenDeadline['basis'], string>> = {
  law: 'Required by law.',
  guidance: 'Asked for by guidance.',
  promise: 'The area’s promise, not law.',
};

/**
 * Writes the deadlines that are not done as a calendar file. Initials and form stand for the pupil; names, numbers and
 * what happened stay here.
 */
export const exportCalendar: Handler<'duties.export-calendar'> = async (context, { destination }) => {
  const { read, clock, session } = context;
  const found = await read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    return { ok: true as const, value: await readOpenDeadlines(db, home.value.school.id) };
  });
  if (!found.ok) return found;
  const { writeCalendarFile } = await import('../../exchange/calendar-file.ts');
  // As on the board: a governors' clerk gets the governors' duties.
  const theirs = found.value.filter((duty) => mayNoteDuty(session.role, duty).ok);
  const deadlines = theirs.map(toDeadline);
  const written = await exportFile(context, {
    destination,
    suggestedName: `first-day-deadlines-${clock.today()}.ics`,
    content: writeCalendarFile(deadlines, clock.now()),
    audit: (fileName) => ({
      subjectType: 'duties',
      subjectId: clock.today(),
      detail: { fileName, deadlines: deadlines.length },
    }),
  });
  return written.ok ? { ok: true, value: { ...written.value, deadlines: deadlines.length } } : written;
};

function toDeadline(duty: OpenDeadline): Deadline {
  const ruleSet = RULE_SETS.find(({ id }) => id === duty.ruleSet) ?? RULE_SETS.at(-1);
  if (ruleSet === undefined) throw new Error('There are no rule sets');
  const { exclusionId, key, dueBy, withoutDelay, basis, forename, surname, form } = duty;
  const whose = [initialsOf(forename, surname), form].filter(Boolean).join(', ');
  const when = withoutDelay ? 'Due without delay: shown on the day of issue.' : 'Due by this day.';
  return {
    uid: `${exclusionId}.${key}@first-day`,
    on: dueBy,
    summary: `${capitalise(dutyTitle(key, ruleSet))}: ${whose}`,
    description: `${when} ${BASIS[basis]}\n${LEAVES}`,
  };
}

const initialsOf = (forename: string, surname: string): string =>
  [forename, surname]
    .flatMap((name) => [...name.trim()].slice(0, 1))
    .map((letter) => `${letter.toLocaleUpperCase('en-GB')}.`)
    .join(' ');
