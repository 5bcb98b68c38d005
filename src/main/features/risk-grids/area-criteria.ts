import { criteriaProblems } from '#shared/domain/support/criteria-problems.ts';
import { procedureProblems } from '#shared/domain/support/procedure-problems.ts';
import type { GridCriteria } from '#shared/domain/support/types.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { readCriteriaFile, type CriteriaFile } from '../../exchange/criteria-file.ts';
import { readCriteria, writeCriteria } from '../../storage/repositories/at-risk-criteria.ts';
import type { Context, Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { openFile } from '../open-file.ts';
import { saidCriteria } from './said-criteria.ts';

/** What an authority's file of criteria says, beside what holds here now. */
export const readAreaCriteria: Handler<'support.read-area-criteria'> = async (context, { fileId }) => {
  const file = await open(context, fileId);
  if (!file.ok) return file;
  return context.read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id, laEstab } = home.value.school;
    const { version, ...now } = await readCriteria(db, id);
    const { authority, madeAt, criteria } = file.value;
    return {
      ok: true,
      value: {
        authority,
        madeAt,
        ours: laEstab.startsWith(authority.code),
        given: saidCriteria(criteria),
        now: saidCriteria(now),
        version,
      },
    };
  });
};

/** Puts the authority's criteria and procedure in the place of the school's. Entries keep the reasons they have. */
export const takeAreaCriteria: Handler<'support.take-area-criteria'> = async (
  context,
  { fileId, version },
) => {
  const file = await open(context, fileId);
  if (!file.ok) return file;
  return context.change<{ readonly version: number }>(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id: schoolId, laEstab } = home.value.school;
    const { authority, criteria } = file.value;
    if (!laEstab.startsWith(authority.code)) {
      return refuse(
        'refused',
        `These are the criteria of ${authority.name} (${authority.code}), and your school’s number is ${laEstab}. Nothing was changed. Ask your own authority for its file.`,
      );
    }
    const before = await readCriteria(db, schoolId);
    if (before.version !== version) {
      return refuse(
        'conflict',
        'The criteria were not taken over: somebody else has changed them since you looked. Open the file again.',
      );
    }
    const after = { ...criteria, version: before.version + 1 };
    await writeCriteria(db, schoolId, after);
    return {
      ok: true,
      value: {
        value: { version: after.version },
        audit: { subjectType: 'at-risk-criteria', subjectId: schoolId, detail: { before, after } },
      },
    };
  });
};

/** The file, if its criteria hold together; they are the authority's whatever else it says. */
async function open(
  context: Pick<Context, 'files'>,
  fileId: string,
): Promise<Result<CriteriaFile & { readonly criteria: GridCriteria }>> {
  const opened = await openFile(context, fileId, {
    kind: 'file of criteria',
    ifTooLarge: 'ask the authority for it again.',
  });
  if (!opened.ok) return opened;
  const file = readCriteriaFile(opened.value.bytes);
  if (!file.ok) return file;
  const fields = [
    ...criteriaProblems(file.value.criteria),
    ...procedureProblems(file.value.criteria.procedure),
  ];
  if (fields.length > 0) {
    return refuse(
      'unreadable-file',
      `The criteria in the file contradict each other: ${fields.map(({ message }) => message).join(' ')} Nothing was changed. Ask the authority for a new file.`,
    );
  }
  const { authority, criteria } = file.value;
  return { ok: true, value: { ...file.value, criteria: { ...criteria, setBy: authority.name } } };
}
