import { checkSessionTimes } from '#shared/domain/calendar/check-session-times.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { checkYearPlan } from '#shared/domain/calendar/check-year-plan.ts';
import { refuse } from '#shared/kernel/result.ts';
import { replaceSchoolYear, replaceSessionTimes } from '../../storage/repositories/calendar-writes.ts';
import type { Handler } from '../context.ts';
import { requireEmptyDatabase } from './empty-database.ts';

/** Makes an empty database one school's: the school, its calendar and the times of its day. */
export const createSchool: Handler<'setup.create-school'> = ({ change, newId, clock }, input) =>
  change(async (db) => {
    const empty = await requireEmptyDatabase(db);
    if (!empty.ok) return empty;
    const { school, headName, terms, closures, sessionTimes, promiseFromDay, promiseInCareFromDay } = input;
    const years = [...new Set(terms.map((term) => term.schoolYear))];
    const [schoolYear] = years;
    if (schoolYear === undefined || years.length > 1) {
      return refuse('invalid-input', 'Give the terms of one school year.', {
        fields: [{ path: 'terms', message: 'Give the terms of one school year.' }],
      });
    }
    const fields = [...checkYearPlan(schoolYear, { terms, closures }), ...checkSessionTimes(sessionTimes)];
    if (fields.length > 0)
      return refuse('invalid-input', 'Nothing was saved: some dates or times need correcting.', { fields });
    const id = newId();
    await db.insert(db.tables.schools).values({ id, ...school, urn: school.urn ?? null });
    await db.insert(db.tables.workspace).values({
      id: 1,
      homeSchoolId: id,
      demonstration: false,
      promiseFromDay: promiseFromDay ?? null,
      promiseInCareFromDay: promiseInCareFromDay ?? null,
      lunchtimesInReturn: false,
      createdAt: clock.now(),
    });
    // In office from the beginning of the school year, so that what was decided before today can be entered too.
    await db.insert(db.tables.heads).values({
      id: newId(),
      schoolId: id,
      name: headName,
      acting: false,
      fromDate: `${String(Math.min(schoolYear, schoolYearOf(clock.today())))}-08-01`,
      version: 1,
    });
    await replaceSchoolYear(db, id, schoolYear, { terms, closures }, newId);
    await replaceSessionTimes(db, id, sessionTimes);
    return {
      ok: true,
      value: { value: { schoolId: id }, audit: { subjectType: 'school', subjectId: id, detail: input } },
    };
  });
