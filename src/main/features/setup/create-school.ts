import { checkSessionTimes } from '#shared/domain/calendar/check-session-times.ts';
import { checkYearPlan } from '#shared/domain/calendar/check-year-plan.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import type { Role } from '#shared/permissions/roles.ts';
import { USUAL_LOCK_MINUTES } from '../../storage/repositories/lock-rule.ts';
import type { Handler, UserSession } from '../context.ts';
import { addAdministrator, prepareAdministrator } from '../new-administrator.ts';
import { writeNewSchool } from '../new-school.ts';
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
    const { terms, closures, sessionTimes } = input;
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
    const id = await writeNewSchool(db, { ...input, schoolYear }, { clock, newId }, { workspace: 1 });
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
