import type { ParsedInput } from '#shared/contract/contract.ts';
import { formatDate, formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { planEarlier, type EarlierPlan } from '#shared/domain/transfer/plan-earlier.ts';
import { statementsOf } from '#shared/domain/transfer/statements-of.ts';
import type { KeptDays } from '#shared/domain/transfer/types.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { refuseFor } from '../../exchange/file-problems.ts';
import { readTransferFile, type TransferFile } from '../../exchange/transfer-file.ts';
import { readEarlierRecords, type EarlierRecord } from '../../storage/repositories/earlier-records.ts';
import { readEarlierDays } from '../../storage/repositories/pupil-earlier-days.ts';
import { findPupilByUpn } from '../../storage/repositories/pupil-by-upn.ts';
import { findPupil, type PupilRecord } from '../../storage/repositories/pupils.ts';
import type { Db } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { openFile } from '../open-file.ts';
import { differsIn } from './differs-in.ts';
import { judgeSigner, type SignerStanding } from './judge-signer.ts';

type Chosen = Pick<ParsedInput<'transfer.preview'>, 'pupilId' | 'typed'>;

/** A file with what it means here: whose it is, who signed it, and how the days would stand. */
export interface JudgedFile {
  readonly pupil: PupilRecord;
  readonly standing: SignerStanding;
  /** The file of the same school that is here. */
  readonly there: EarlierRecord | undefined;
  readonly outcome: 'new' | 'newer' | 'same';
  readonly plan: EarlierPlan;
}

export async function openTransferFile(
  context: Pick<Context, 'files'>,
  fileId: string,
): Promise<Result<TransferFile & { readonly name: string }>> {
  const opened = await openFile(context, fileId, {
    kind: 'pupil’s file of First Day',
    ifTooLarge: 'ask the school before for a new one.',
  });
  if (!opened.ok) return opened;
  const file = readTransferFile(opened.value.bytes);
  return file.ok ? { ok: true, value: { ...file.value, name: opened.value.name } } : file;
}

/** Holds a file against the record here. Refused: our own, another pupil's, an older one than that which is here. */
export async function judgeFile(
  db: Db,
  { contents, signedBy, sha256 }: TransferFile,
  { pupilId, typed }: Chosen,
  today: IsoDate,
): Promise<Result<JudgedFile>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const { id: schoolId, laEstab: own } = home.value.school;
  const { school, history } = contents;
  if (school.laEstab === own) {
    return refuse(
      'refused',
      'This file was written by your own school: what it says is on the record already. Nothing was changed.',
    );
  }
  const madeOn = history.madeAt.slice(0, 10);
  // A day of grace for clocks; one that is far ahead would keep every later file of the school out.
  if (madeOn > addDays(today, 1)) {
    return refuse(
      'refused',
      `The file says that it was written on ${formatDate(madeOn)}, which is to come: the clock of a PC is wrong, there or here. Nothing was changed. Ask the school for a new file once it is right.`,
    );
  }
  // Issued ahead, an exclusion may begin in the next school year; nothing is known of those after it.
  const ahead = history.halfDays.find(({ schoolYear }) => schoolYear > schoolYearOf(madeOn) + 1);
  if (ahead !== undefined) {
    return refuse(
      'refused',
      `The file has days out in ${formatSchoolYear(ahead.schoolYear)}, which was far off when it was written. Nothing was changed. Ask the school before for a new file.`,
    );
  }
  const pupil = await pupilOf(db, schoolId, contents.pupil, pupilId);
  if (!pupil.ok) return pupil;
  const signer = await judgeSigner(db, { laEstab: school.laEstab, signedBy });
  if (!signer.ok) return signer;
  const before = await readEarlierRecords(db, pupil.value.id);
  const there = before.find(({ fromLaEstab }) => fromLaEstab === school.laEstab);
  if (there !== undefined && there.sha256 !== sha256 && there.history.madeAt >= history.madeAt) {
    return refuse(
      'refused',
      `A later file of ${school.name} is here: it was written on ${formatDate(there.madeOn)}, and this one on ${formatDate(madeOn)}. Nothing was changed; the later one counts.`,
    );
  }
  const after = [
    ...before.filter((one) => one !== there),
    { fromSchool: school.name, fromLaEstab: school.laEstab, history },
  ];
  const kept = await readEarlierDays(db, pupil.value.id);
  const outcome = there === undefined ? 'new' : there.sha256 === sha256 ? 'same' : 'newer';
  const plan =
    outcome === 'same'
      ? asItIs(kept)
      : planEarlier({
          kept,
          before: statementsOf(before, own),
          after: statementsOf(after, own),
          answers: typed,
        });
  return { ok: true, value: { pupil: pupil.value, standing: signer.value, there, outcome, plan } };
}

/** The same file again changes nothing, whatever was corrected by hand since it came. */
const asItIs = (kept: readonly KeptDays[]): EarlierPlan => ({
  terms: kept.map(({ halfDays, ...row }) => ({ ...row, before: halfDays, after: halfDays })),
  typed: [],
});

async function pupilOf(
  db: Db,
  schoolId: string,
  file: TransferFile['contents']['pupil'],
  pupilId: string | undefined,
): Promise<Result<PupilRecord>> {
  const here =
    pupilId === undefined
      ? await findPupilByUpn(db, schoolId, [
          file.upn,
          ...(file.formerUpn === undefined ? [] : [file.formerUpn]),
        ])
      : await findPupil(db, schoolId, pupilId);
  if (here === undefined) {
    return refuse(
      'not-found',
      pupilId === undefined
        ? `Nobody on your roll has the UPN of this file (${file.upn}). Nothing was changed. Put the pupil on the roll first, by importing a pupil file.`
        : 'This pupil is not on your roll. Nothing was changed.',
    );
  }
  const differences = differsIn(file, here);
  if (differences.length === 0) return { ok: true, value: here };
  return refuseFor({
    element: 'pupil',
    message: `This is the file of another pupil: ${differences.join('; ')}.`,
    remedy:
      'If it is the same child, put right whichever record is wrong, here or at the school before, and ask for a new file. If not, delete the file and tell the school before.',
  });
}
