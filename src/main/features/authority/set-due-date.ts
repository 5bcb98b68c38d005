import { refuse } from '#shared/kernel/result.ts';
import { readDueDates, saveDueDate } from '../../storage/repositories/return-demands.ts';
import type { Handler } from '../context.ts';
import { askedPeriods, askedYears } from './asked-periods.ts';

/** Sets the day by which returns of a period are due; none goes back to the usual one, or stops asking for it. */
export const setDueDate: Handler<'authority.set-due-date'> = ({ change, clock }, { period, dueOn }) =>
  change(async (db) => {
    const before = (await readDueDates(db)).find(
      ({ periodFrom, periodTo }) => periodFrom === period.from && periodTo === period.to,
    )?.dueOn;
    await saveDueDate(db, period, dueOn);
    const left = await readDueDates(db);
    const today = clock.today();
    const asked = askedYears(period.from, today)
      .flatMap((year) => askedPeriods(year, left, today))
      .find(({ from, to }) => from === period.from && to === period.to);
    const due = dueOn ?? asked?.dueOn;
    if (due === undefined)
      return refuse('not-found', 'Returns of these dates are not asked for. Nothing was changed.');
    return {
      ok: true,
      value: {
        value: { dueOn: due },
        audit: {
          subjectType: 'return-period',
          subjectId: `${period.from} ${period.to}`,
          detail: { name: period.name, before: before ?? null, after: dueOn },
        },
      },
    };
  });
