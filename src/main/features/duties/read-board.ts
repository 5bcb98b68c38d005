import type { OperationOutput } from '#shared/contract/contract.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { exclusionTitle } from '#shared/text/exclusion-words.ts';
import { readBoardDuties, type BoardDuty } from '../../storage/repositories/duties.ts';
import { ruleSetOf } from '../case-duties.ts';
import { mayNoteDuty } from '../clerk-part.ts';
import type { Handler } from '../context.ts';
import { dutyView, isPermission } from '../duty-view.ts';
import { homeSchool } from '../home-school.ts';

type Row = OperationOutput<'duties.board'>['today'][number];

/** The board looks this many days ahead. */
const WEEK = 7;

/** Duties of all cases that are overdue on a day, due on it, or due in the week after it; and what was done on it. */
export const readDutyBoard: Handler<'duties.board'> = ({ read, clock, session }, input) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const date = input.date ?? clock.today();
    const range = { to: addDays(date, WEEK), doneOn: date };
    // Least data: who may not note a duty has no use for it on a board of work.
    const found = (await readBoardDuties(db, home.value.school.id, range)).filter(
      ({ duty }) => mayNoteDuty(session.role, duty).ok,
    );
    const open = found.filter(({ duty }) => duty.fulfilledOn === null);
    const due = (wanted: (dueBy: IsoDate, duty: BoardDuty['duty']) => boolean): Row[] =>
      open.flatMap((one) => {
        const { duty } = one;
        return duty.dueBy !== null && wanted(duty.dueBy, duty) ? [boardRow(one, date)] : [];
      });
    return {
      ok: true,
      value: {
        date,
        overdue: due((dueBy, duty) => dueBy < date && !isPermission(duty)),
        today: due((dueBy) => dueBy === date),
        week: due((dueBy) => dueBy > date),
        done: found.filter(({ duty }) => duty.fulfilledOn !== null).map((one) => boardRow(one, date)),
      },
    };
  });

function boardRow({ duty, exclusion, name, form }: BoardDuty, date: IsoDate): Row {
  const ruleSet = ruleSetOf({ ruleSet: exclusion.ruleSet, start: { date: exclusion.startDate ?? date } });
  return {
    ...dutyView(duty, ruleSet, date),
    exclusionId: exclusion.id,
    pupilId: exclusion.pupilId,
    name,
    ...(form === null ? {} : { form }),
    caseTitle: exclusionTitle(exclusion),
  };
}
