import type { OperationOutput, ParsedInput } from '#shared/contract/contract.ts';
import type { Result } from '#shared/kernel/result.ts';
import { readRoll } from '../../storage/repositories/pupil-roll.ts';
import type { Context } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { openPupilFile } from './open-pupil-file.ts';
import { planImport } from './plan-import.ts';
import { readPupilFile } from './read-pupil-file.ts';

/** The dry run of a pupil file. A file that cannot be read as a whole is refused with every problem located. */
export async function previewImport(
  context: Context,
  { fileId, mapping }: ParsedInput<'pupils.preview-import'>,
): Promise<Result<OperationOutput<'pupils.preview-import'>>> {
  const file = await openPupilFile(context, fileId);
  if (!file.ok) return file;
  const home = await context.read(homeSchool);
  if (!home.ok) return home;
  const { id: schoolId, laEstab } = home.value.school;
  const content = readPupilFile(file.value, { mapping, laEstab }, context.job);
  if (!content.ok) return content;
  const { rows, counts, problems, checkLetters } = planImport({
    content: content.value,
    roll: await context.read((db) => readRoll(db, schoolId)),
    schoolId,
    today: context.clock.today(),
    now: context.clock.now(),
    newId: context.newId,
    job: context.job,
  });
  context.job.progress(1, 'Done');
  const { kind, sha256 } = file.value;
  return {
    ok: true,
    value: { kind, sha256, counts, rows: [...rows], problems: [...problems], checkLetters },
  };
}
