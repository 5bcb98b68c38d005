import { bankHolidaysBetween } from '#shared/domain/calendar/bank-holidays.ts';
import { checkYearPlan } from '#shared/domain/calendar/check-year-plan.ts';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { suggestSchoolYear } from '#shared/domain/calendar/suggest-school-year.ts';
import { countYearDays } from '#shared/domain/calendar/year-days.ts';
import { refuse } from '#shared/kernel/result.ts';
import { readSessionTimes, replaceSchoolYear } from '../../storage/repositories/calendar-writes.ts';
import { readCalendar, type Workspace } from '../../storage/repositories/workspace.ts';
import type { Handler, Handlers } from '../context.ts';
import { syncDutiesOfPupils } from '../duty-sync.ts';
import { homeSchool } from '../home-school.ts';
import { saveDay } from './save-day.ts';

const suggest: Handler<'calendar.suggest'> = async (_, { schoolYear }) => {
  const { terms, closures } = suggestSchoolYear(schoolYear);
  return { ok: true, value: { terms: [...terms], closures: [...closures] } };
};

const getCalendar: Handler<'calendar.get'> = ({ read, clock }, input) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const schoolYear = input.schoolYear ?? schoolYearOf(clock.today());
    const all = await readCalendar(db, schoolId);
    const calendar = await readCalendar(db, schoolId, schoolYear);
    return {
      ok: true,
      value: {
        schoolYear,
        years: [...new Set(all.terms.map((term) => term.schoolYear))].toSorted((a, b) => a - b),
        terms: [...calendar.terms],
        closures: [...calendar.closures],
        sessionTimes: await readSessionTimes(db, schoolId),
        ...promisesOf(home.value.workspace),
        bankHolidays: [...bankHolidaysBetween(`${schoolYear}-08-01`, `${schoolYear + 1}-07-31`)],
        pupilDays: countYearDays(calendar, schoolYear).pupilDays,
      },
    };
  });

const promisesOf = ({ promiseFromDay, promiseInCareFromDay }: Workspace) => ({
  ...(promiseFromDay === undefined ? {} : { promiseFromDay }),
  ...(promiseInCareFromDay === undefined ? {} : { promiseInCareFromDay }),
});

/**
 * Issued exclusions keep the sessions they were issued with; the check of the return compares them (rule X14). What open
 * cases oblige is worked out again.
 */
const saveCalendar: Handler<'calendar.save'> = (context, { schoolYear, terms, closures }) =>
  context.change(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const fields = checkYearPlan(schoolYear, { terms, closures });
    if (fields.length > 0) {
      return refuse(
        'invalid-input',
        `The dates of ${formatSchoolYear(schoolYear)} were not saved: some need correcting.`,
        { fields },
      );
    }
    const schoolId = home.value.school.id;
    const before = await readCalendar(db, schoolId, schoolYear);
    await replaceSchoolYear(db, schoolId, schoolYear, { terms, closures }, context.newId);
    await syncDutiesOfPupils(db, context, 'all', 'the school calendar was changed');
    return {
      ok: true,
      value: {
        value: { pupilDays: countYearDays({ terms, closures }, schoolYear).pupilDays },
        audit: {
          subjectType: 'calendar',
          subjectId: `${schoolId}/${schoolYear}`,
          detail: { before, after: { terms, closures } },
        },
      },
    };
  });

export const calendarHandlers = {
  'calendar.suggest': suggest,
  'calendar.get': getCalendar,
  'calendar.save': saveCalendar,
  'calendar.save-day': saveDay,
} satisfies Partial<Handlers>;
