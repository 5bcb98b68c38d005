import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import { dutyTitle } from '#shared/text/duty-words.ts';
import { readDuties, readDutyChanges, type DutyChangeRecord } from '../../storage/repositories/duties.ts';
import { readExclusion } from '../../storage/repositories/exclusions.ts';
import { ruleSetOf } from '../case-duties.ts';
import type { Handler } from '../context.ts';
import { dutyView } from '../duty-view.ts';
import { homeSchool } from '../home-school.ts';

/** What one exclusion obliges, and what changed in it, newest first. A draft obliges nobody. */
export const listDuties: Handler<'duties.list'> = ({ read, clock }, { exclusionId }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const stored = await readExclusion(db, home.value.school.id, exclusionId);
    if (!stored) return refuse('not-found', 'This exclusion is not on record.');
    const { ruleSet: id, startDate } = stored.exclusion;
    const ruleSet = ruleSetOf({ ruleSet: id, start: { date: startDate ?? clock.today() } });
    const duties = await readDuties(db, exclusionId);
    const changes = await readDutyChanges(db, exclusionId);
    return {
      ok: true,
      value: {
        duties: duties.map((row) => dutyView(row, ruleSet, clock.today())),
        changes: changes.map((change) => ({
          key: change.key,
          title: dutyTitle(change.key, ruleSet),
          text: changeText(change),
          at: change.at,
          userName: change.userName,
        })),
      },
    };
  });

const day = (date: string | null): string => (date === null ? 'no day yet' : formatDate(date));

/** "Moved from Mon 9 June 2025 to Tue 10 June 2025 because the school calendar was changed." */
function changeText({ change, beforeDue, afterDue, cause }: DutyChangeRecord): string {
  switch (change) {
    case 'added':
      return `Now owed${afterDue === null ? '' : `, by ${formatDate(afterDue)},`} because ${cause}.`;
    case 'moved':
      return beforeDue === afterDue
        ? `Its hours or its first day changed because ${cause}.`
        : `Moved from ${day(beforeDue)} to ${day(afterDue)} because ${cause}.`;
    case 'no-longer-owed':
      return `No longer owed because ${cause}.`;
    case 'owed-again':
      return `Owed again${afterDue === null ? '' : `, by ${formatDate(afterDue)},`} because ${cause}.`;
    case 'fulfilled':
      return `Done: ${cause}.`;
    case 'reopened':
      return `Taken back as not done: ${cause}.`;
    default:
      return cause;
  }
}
