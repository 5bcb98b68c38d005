import { checkSessionTimes } from '#shared/domain/calendar/check-session-times.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { checkYearPlan } from '#shared/domain/calendar/check-year-plan.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import type { Role } from '#shared/permissions/roles.ts';
import { replaceSchoolYear, replaceSessionTimes } from '../../storage/repositories/calendar-writes.ts';
import { USUAL_LOCK_MINUTES } from '../../storage/repositories/lock-rule.ts';
import type { Handler, UserSession } from '../context.ts';
import { addAdministrator, prepareAdministrator } from '../new-administrator.ts';
import { requireEmptyDatabase } from './empty-database.ts';

interface Made {
  readonly schoolId: string;
  readonly session: UserSession;
}

/** Makes an empty database one school's: the school, its calendar, the times of its day, and who lets others in. */
export const createSchool: Handler<'setup.create-school'> = async (context, input) => {
  const { change, newId, clock, sessions } = context;
  const first = await context.read(requireEmptyDatabase);
  if (!first.ok) return first;
  const { decides, ...administrator } = input.administrator;
  const prepared = await prepareAdministrator(context, administrator, [input.school.name], 'administrator.');
  if (!prepared.ok) return prepared;
  const made = await change<Made>(async (db) => {
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
    const roles: readonly [Role, ...Role[]] = decides ? ['decider', 'administrator'] : ['administrator'];
    const session = await addAdministrator(db, prepared.value, roles, newId);
    const { administrator: _, ...detail } = input;
    return ok({
      value: { schoolId: id, session },
      audit: {
        subjectType: 'school',
        subjectId: id,
        detail: { ...detail, administrator: { name: session.userName, roles } },
      },
      by: { ...session, role: 'administrator' },
    });
  });
  if (!made.ok) return made;
  sessions.signIn(made.value.session, USUAL_LOCK_MINUTES);
  return ok({ schoolId: made.value.schoolId });
};
