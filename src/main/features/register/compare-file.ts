import type { OperationOutput } from '#shared/contract/contract.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { compareRegister, type RegisterClash } from '#shared/domain/register/compare-register.ts';
import type { RegisterMark } from '#shared/domain/register/types.ts';
import { daysBetween } from '#shared/kernel/plain-date.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { clashText } from '#shared/text/register-words.ts';
import { refuseFor } from '../../exchange/file-problems.ts';
import { readRegisterCsv } from '../../exchange/register-csv-read.ts';
import { readGivenBack, readPupilsByUpn } from '../../storage/repositories/register-cases.ts';
import type { Db } from '../../storage/store.ts';
import type { Context, Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { openFile } from '../open-file.ts';
import { listCodes, type ListedCode } from './list-codes.ts';

type Clash = OperationOutput<'register.compare'>['clashes'][number];

/** More clashes than anybody works through: then the file is of another school or another year. */
const MOST_CLASHES = 2000;

/** Compares a register file with the record, both ways. Nothing is changed and nothing of the file is kept. */
export const compareFile: Handler<'register.compare'> = async (context, { fileId }) => {
  const opened = await openFile(context, fileId, {
    kind: 'CSV file',
    ifTooLarge: 'export a shorter period.',
  });
  if (!opened.ok) return opened;
  const { job } = context;
  const read = readRegisterCsv(opened.value.bytes, {
    cancelled: () => {
      job.checkCancelled();
      return false;
    },
    progress: (done, total) => job.progress(done / total, 'Reading the register'),
  });
  if (!read.ok) return read;
  const { marks, problems } = read.value;
  const dates = marks.map(({ date }) => date).toSorted();
  const [from = '', to = ''] = [dates[0], dates.at(-1)];
  if (daysBetween(from, to) > 366) {
    return refuseFor({
      message: `The marks of this file run from ${from} to ${to}, more than one year.`,
      remedy: 'Export one school year or less. If a date is wrong, correct it first.',
    });
  }
  job.progress(undefined, 'Comparing it with the record');
  const compared = await context.read((db) => compareMarks(db, context, marks, { from, to }));
  if (!compared.ok) return compared;
  if (compared.value.clashes.length > MOST_CLASHES) {
    return refuse(
      'refused',
      `Hardly anything in this file agrees with the record (${compared.value.clashes.length.toLocaleString('en-GB')} differences). Check that it is your school’s register. Nothing was changed.`,
    );
  }
  return {
    ok: true,
    value: {
      from,
      to,
      read: marks.length,
      ...compared.value,
      problems: problems.map(({ code: _code, ...problem }) => problem),
    },
  };
};

async function compareMarks(
  db: Db,
  context: Context,
  marks: readonly RegisterMark[],
  period: { readonly from: string; readonly to: string },
): Promise<Result<{ agreeing: number; clashes: Clash[] }>> {
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const schoolId = home.value.school.id;
  const listed = await listCodes(db, context, period);
  if (!listed.ok) return listed;
  const pupils = await readPupilsByUpn(db, schoolId);
  const givenBack = new Map(
    (await readGivenBack(db, { schoolId, ...period })).map((one) => [
      `${one.upn} ${sessionKey(one)}`,
      one.exclusionId,
    ]),
  );
  const expected = listed.value.map(({ row, coded }) => ({ ...coded, upn: row.upn }));
  const whyOf = new Map(
    listed.value.map(({ row }: ListedCode) => [`${row.upn} ${sessionKey(row)}`, row.why]),
  );
  const { agreeing, clashes } = compareRegister(marks, expected);

  const inWords = (clash: RegisterClash): Clash => {
    const { upn, date, slot } = clash.kind === 'no-record' ? clash.mark : clash.expected;
    const key = `${upn} ${sessionKey({ date, slot })}`;
    const pupil = pupils.get(upn);
    const exclusionId = clash.kind === 'no-record' ? givenBack.get(key) : clash.expected.exclusionId;
    return {
      kind: clash.kind,
      name: pupil?.name ?? 'Not on your roll',
      upn,
      ...(pupil === undefined ? {} : { pupilId: pupil.id }),
      ...(exclusionId === undefined ? {} : { exclusionId }),
      date,
      slot,
      ...(clash.kind === 'no-mark' ? {} : { registerCode: clash.mark.code }),
      ...(clash.kind === 'no-record' ? {} : { recordCode: clash.expected.code }),
      text: clashText(clash, {
        why: whyOf.get(key) ?? '',
        known: pupil !== undefined,
        givenBack: givenBack.has(key),
      }),
    };
  };
  return { ok: true, value: { agreeing, clashes: clashes.map(inWords) } };
}
