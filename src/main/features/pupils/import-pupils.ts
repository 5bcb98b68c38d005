import type { OperationOutput, ParsedInput } from '#shared/contract/contract.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { insertPupils, readRoll, updatePupils } from '../../storage/repositories/pupil-roll.ts';
import type { Db } from '../../storage/store.ts';
import type { AuditNote, Context, JobReporter } from '../context.ts';
import { syncDutiesOfPupils } from '../duty-sync.ts';
import { homeSchool } from '../home-school.ts';
import { openPupilFile, type PupilFile } from './open-pupil-file.ts';
import { COMPARED_SHARE, planImport, type ImportPlan } from './plan-import.ts';
import { readPupilFile } from './read-pupil-file.ts';

/** Parts of a pupil that duties follow from: who is told, and which year group's examinations count. */
const OBLIGES: ReadonlySet<string> = new Set(['inCare', 'ncYear']);

/**
 * Imports a pupil file: all of it or nothing. Pupils who are not in the file are left as they are. The audit trail
 * gets one row for the file and one for each pupil added or changed, with what was there before.
 */
export async function importPupils(
  context: Context,
  { fileId, mapping, sha256, acceptCheckLetters }: ParsedInput<'pupils.import'>,
): Promise<Result<OperationOutput<'pupils.import'>>> {
  const opened = await openPupilFile(context, fileId);
  if (!opened.ok) return opened;
  const file = opened.value;
  if (sha256 !== undefined && sha256 !== file.sha256) {
    return refuse(
      'conflict',
      `“${file.name}” has changed since it was checked. Nothing was imported. Check the file again, then import it.`,
    );
  }
  const home = await context.read(homeSchool);
  if (!home.ok) return home;
  const { id: schoolId, laEstab } = home.value.school;
  const content = readPupilFile(file, { mapping, laEstab }, context.job);
  if (!content.ok) return content;
  const { clock, newId, job } = context;
  return context.change(async (db) => {
    // The roll is read inside the transaction: it may have changed since the dry run.
    const roll = await readRoll(db, schoolId);
    const plan = planImport({
      content: content.value,
      roll,
      schoolId,
      today: clock.today(),
      now: clock.now(),
      newId,
      job,
    });
    const refusal = refusalOf(plan, acceptCheckLetters);
    if (refusal !== undefined) return refusal;
    await writePlan(db, plan, job);
    const affected = plan.changed.filter(({ changes }) => changes.some(({ field }) => OBLIGES.has(field)));
    if (affected.length > 0) {
      const ids = affected.map(({ after }) => after.id);
      await syncDutiesOfPupils(db, context, ids, 'the pupil file has other data of the pupil');
    }
    return {
      ok: true,
      value: { value: { counts: plan.counts, fileName: file.name }, audit: auditOf(file, plan) },
    };
  });
}

function refusalOf(
  { counts, errors, checkLetters }: ImportPlan,
  acceptCheckLetters: boolean,
): Result<never> | undefined {
  if (counts.refused > 0) {
    const pupils = counts.refused === 1 ? '1 pupil cannot be' : `${String(counts.refused)} pupils cannot be`;
    return refuse(
      'unreadable-file',
      `Nothing was imported: ${pupils} taken as the file has them. Put right what is listed and choose the file again.`,
      { problems: errors },
    );
  }
  if (checkLetters === 0 || acceptCheckLetters) return undefined;
  const upns = checkLetters === 1 ? '1 UPN has' : `${String(checkLetters)} UPNs have`;
  return refuse(
    'refused',
    `Nothing was imported: ${upns} a wrong check letter. Correct the file, or accept the UPNs as they are and import again.`,
  );
}

async function writePlan(db: Db, { added, changed }: ImportPlan, job: JobReporter): Promise<void> {
  const total = added.length + changed.length;
  const report = (written: number): void => {
    job.checkCancelled();
    const done = `${written.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`;
    job.progress(COMPARED_SHARE + (1 - COMPARED_SHARE) * (written / total), `Saving: ${done} pupils`);
  };
  await insertPupils(db, added, report);
  await updatePupils(
    db,
    changed.map(({ after }) => after),
    (written) => report(added.length + written),
  );
}

function auditOf(file: PupilFile, { counts, added, changed }: ImportPlan): AuditNote[] {
  const { name: fileName, kind, sha256, size } = file;
  return [
    {
      subjectType: 'pupil-file',
      subjectId: sha256,
      detail: { fileName, kind, sha256, size, counts },
    },
    ...added.map(({ id, upn }) => ({
      subjectType: 'pupil',
      subjectId: id,
      detail: { outcome: 'new', fileName, sha256, upn },
    })),
    ...changed.map(({ after, changes }) => ({
      subjectType: 'pupil',
      subjectId: after.id,
      detail: { outcome: 'changed', fileName, sha256, changes },
    })),
  ];
}
