import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { openAttendance } from './open-attendance.ts';
import { countFigures, planAttendance } from './plan-attendance.ts';

/** Says what a file of attendance would change. Nothing is changed, and nothing of the file is kept. */
export const previewAttendance: Handler<'support.preview-attendance'> = async (context, { fileId, on }) => {
  const file = await openAttendance(context, fileId, on);
  if (!file.ok) return file;
  const { figures, warnings, sha256 } = file.value;
  return context.read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const plan = await planAttendance(db, home.value.school.id, figures, context.clock.today());
    if (!plan.ok) return plan;
    return {
      ok: true,
      value: {
        sha256,
        counts: countFigures(plan.value),
        rows: [...plan.value],
        problems: warnings.map(({ code: _code, ...problem }) => problem),
      },
    };
  });
};
