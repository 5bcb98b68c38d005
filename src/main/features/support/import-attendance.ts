import type { OperationOutput } from '#shared/contract/contract.ts';
import { refuse } from '#shared/kernel/result.ts';
import { writeAttendance } from '../../storage/repositories/attendance-figures.ts';
import { findPupil } from '../../storage/repositories/pupils.ts';
import { syncAtRisk } from '../at-risk-sync.ts';
import type { AuditNote, Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { openAttendance } from './open-attendance.ts';
import { countFigures, planAttendance } from './plan-attendance.ts';

type Imported = OperationOutput<'support.import-attendance'>;

/**
 * Notes the figures of a file, all or none, and puts who is below a limit on the register. The audit trail gets a row for
 * the file, one for each pupil whose figure is new or another, and those of the register.
 */
export const importAttendance: Handler<'support.import-attendance'> = async (context, input) => {
  const file = await openAttendance(context, input.fileId, input.on);
  if (!file.ok) return file;
  const { figures, name: fileName, sha256 } = file.value;
  if (input.sha256 !== undefined && input.sha256 !== sha256) {
    return refuse(
      'conflict',
      `“${fileName}” has changed since it was checked. Nothing was noted. Check the file again, then import it.`,
    );
  }
  const { clock, session } = context;
  return context.change<Imported>(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id: schoolId } = home.value.school;
    // Inside the transaction: the register may have changed since the dry run.
    const plan = await planAttendance(db, schoolId, figures, clock.today());
    if (!plan.ok) return plan;
    const by = { recordedBy: session.userName, recordedAt: clock.now() };
    const notes: AuditNote[] = [];
    for (const { pupilId, on, percent, before, outcome } of plan.value) {
      if (outcome === 'unchanged') continue;
      const source = fileName.slice(0, LONGEST_SOURCE);
      await writeAttendance(db, { pupilId, on, percent, source, ...by });
      const attendance = {
        ...(before === undefined ? {} : { before: { on, percent: before } }),
        after: { on, percent, source },
      };
      notes.push({ subjectType: 'pupil', subjectId: pupilId, detail: { attendance } });
    }
    for (const { pupilId, register } of plan.value) {
      if (register === 'unchanged') continue;
      const pupil = await findPupil(db, schoolId, pupilId);
      if (pupil !== undefined) notes.push(...(await syncAtRisk(db, context, pupil)).audit);
    }
    const counts = countFigures(plan.value);
    const detail = { fileName, sha256, ...counts };
    return {
      ok: true,
      value: {
        value: { counts, fileName },
        audit: [{ subjectType: 'attendance-file', subjectId: sha256, detail }, ...notes],
      },
    };
  });
};

/** As long as a source may be that is entered by hand. */
const LONGEST_SOURCE = 120;
