import type { OperationOutput } from '#shared/contract/contract.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { leftOn } from '#shared/domain/pupils/left-on.ts';
import { criteriaMet } from '#shared/domain/support/criteria-met.ts';
import { ofThisYear, registerChange } from '#shared/domain/support/register-change.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { ReadFigure } from '../../exchange/attendance-csv.ts';
import { createProblemList, refuseFile } from '../../exchange/file-problems.ts';
import { readCriteria } from '../../storage/repositories/at-risk-criteria.ts';
import { latestEntry } from '../../storage/repositories/at-risk-entries.ts';
import { latestAttendances, readAttendanceOf } from '../../storage/repositories/attendance-figures.ts';
import { inChunks } from '../../storage/repositories/in-chunks.ts';
import { findPupils } from '../../storage/repositories/pupils.ts';
import { readPupilsByUpn } from '../../storage/repositories/register-cases.ts';
import type { Db } from '../../storage/store.ts';
import { readRiskFactsOf } from '../at-risk-facts.ts';

export type PlannedFigure = OperationOutput<'support.preview-attendance'>['rows'][number];

/** What one figure of a file would do. */
type Placed = Omit<PlannedFigure, 'register'>;

const PUPILS_AT_ONCE = 500;

/**
 * What a file of attendance would change: each figure against that of the same day, and whether it puts the pupil on the
 * register or adds to the entry. Refused as a whole, with lines, where a pupil is unknown or a day is still to come.
 */
export async function planAttendance(
  db: Db,
  schoolId: string,
  figures: readonly ReadFigure[],
  today: IsoDate,
): Promise<Result<readonly PlannedFigure[]>> {
  const problems = createProblemList();
  const pupils = await readPupilsByUpn(db, schoolId);
  const known: (ReadFigure & { readonly pupilId: string; readonly name: string })[] = [];
  for (const figure of figures) {
    const pupil = pupils.get(figure.upn);
    if (problems.full()) break;
    if (pupil === undefined) {
      problems.error({
        line: figure.line,
        element: 'UPN',
        value: figure.upn,
        message: 'No pupil of your school has this UPN.',
        remedy: 'Import the pupil first, or take the row out of the file.',
      });
    } else if (figure.on > today) {
      problems.error({
        line: figure.line,
        element: 'Last day',
        value: figure.on,
        message: `${formatDate(figure.on)} is still to come.`,
        remedy: 'Enter the last day that the figure covers: today or earlier.',
      });
    } else known.push({ ...figure, pupilId: pupil.id, name: pupil.name });
  }
  if (problems.errorCount() > 0) return refuseFile(problems.all());
  const ids = [...new Set(known.map(({ pupilId }) => pupilId))];
  const before = new Map<string, number>();
  for (const some of inChunks(ids, PUPILS_AT_ONCE)) {
    for (const { pupilId, on, percent } of await readAttendanceOf(db, some))
      before.set(`${pupilId} ${on}`, percent);
  }
  const placed = known.map(({ line, pupilId, name, on, percent }): Placed => {
    const was = before.get(`${pupilId} ${on}`);
    const outcome = was === undefined ? 'new' : was === percent ? 'unchanged' : 'changed';
    return { line, pupilId, name, on, percent, ...(was === undefined ? {} : { before: was }), outcome };
  });
  const effects = await effectsOf(db, schoolId, placed, today);
  return ok(placed.map((row) => ({ ...row, register: effects.get(row.line) ?? 'unchanged' })));
}

/** What the register would do, by line: only the latest figure of a pupil counts, and only where it is below a limit. */
async function effectsOf(
  db: Db,
  schoolId: string,
  rows: readonly Placed[],
  today: IsoDate,
): Promise<ReadonlyMap<number, 'raised' | 'added' | 'unchanged'>> {
  const { criteria } = await readCriteria(db, schoolId);
  const limits = criteria.flatMap(({ rule }) => (rule.kind === 'attendance-below' ? [rule.percent] : []));
  const latest = new Map<string, Placed>();
  for (const row of rows) {
    const other = latest.get(row.pupilId);
    if (other === undefined || other.on < row.on) latest.set(row.pupilId, row);
  }
  const low = [...latest.values()].filter(({ percent }) => limits.some((limit) => percent < limit));
  const found = new Map<number, 'raised' | 'added' | 'unchanged'>();
  for (const some of inChunks(low, PUPILS_AT_ONCE)) {
    const ids = some.map(({ pupilId }) => pupilId);
    const pupils = await findPupils(db, schoolId, ids);
    const gone = new Set(pupils.flatMap((one) => (leftOn(one, today) === undefined ? [] : [one.id])));
    const facts = await readRiskFactsOf(db, pupils, today);
    const stored = await latestAttendances(db, ids);
    for (const { line, pupilId, on, percent } of some) {
      const known = facts.get(pupilId);
      if (known === undefined || (stored.get(pupilId)?.on ?? '') > on) continue;
      const entry = await latestEntry(db, pupilId);
      const met = ofThisYear(criteriaMet(criteria, { ...known, attendance: { on, percent } }, today), today);
      // Whoever has left is not put there, as syncAtRisk has it.
      if (gone.has(pupilId) && entry?.signedOffOn !== null) continue;
      const before = entry && { reasons: entry.reasons, open: entry.signedOffOn === null };
      found.set(line, registerChange(before, met).as);
    }
  }
  return found;
}

/** How many of each. */
export function countFigures(
  rows: readonly PlannedFigure[],
): OperationOutput<'support.preview-attendance'>['counts'] {
  const of = (outcome: PlannedFigure['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  const on = (register: PlannedFigure['register']) => rows.filter((row) => row.register === register).length;
  return {
    new: of('new'),
    changed: of('changed'),
    unchanged: of('unchanged'),
    raised: on('raised'),
    added: on('added'),
  };
}
