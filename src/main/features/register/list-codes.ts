import type { OperationOutput } from '#shared/contract/contract.ts';
import { codesFor } from '#shared/domain/register/codes-for.ts';
import type { CodedSession } from '#shared/domain/register/types.ts';
import { daysBetween, type IsoDate } from '#shared/kernel/plain-date.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { codeWhy } from '#shared/text/register-words.ts';
import { readCalendarIndex } from '../../storage/repositories/exclusion-calendar.ts';
import { readRegisterCases } from '../../storage/repositories/register-cases.ts';
import type { Db } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { homeSchool } from '../home-school.ts';

export type RegisterRow = OperationOutput<'register.codes'>['rows'][number];

/** A row as it is shown, and as the rules gave it. */
export interface ListedCode {
  readonly row: RegisterRow;
  readonly coded: CodedSession;
}

interface Asked {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly exclusionId?: string | undefined;
}

/** A school year and a day: nobody marks more of a register at once. */
const MOST_DAYS = 366;

/** The codes of a period with names and words. Refused: days in the wrong order or more than a year of them. */
export async function listCodes(
  db: Db,
  { clock }: Pick<Context, 'clock'>,
  { from, to, exclusionId }: Asked,
): Promise<Result<readonly ListedCode[]>> {
  if (to < from) {
    const message = 'The last day is before the first.';
    return refuse('invalid-input', message, { fields: [{ path: 'to', message }] });
  }
  if (daysBetween(from, to) >= MOST_DAYS) {
    const message = 'Choose at most one year.';
    return refuse('invalid-input', message, { fields: [{ path: 'to', message }] });
  }
  const home = await homeSchool(db);
  if (!home.ok) return home;
  const schoolId = home.value.school.id;
  const cases = await readRegisterCases(db, clock.now(), { schoolId, from, to, exclusionId });
  const index = await readCalendarIndex(db, schoolId);
  const whose = new Map(cases.map((one) => [one.pupilId, one]));
  const value = codesFor(cases, index, { from, to }).flatMap((coded) => {
    const pupil = whose.get(coded.pupilId);
    if (pupil === undefined) return [];
    const { exclusionId: id, pupilId, date, slot, code } = coded;
    const { name, upn, form } = pupil;
    const row: RegisterRow = {
      exclusionId: id,
      pupilId,
      name,
      upn,
      ...(form === null ? {} : { form }),
      date,
      slot,
      code,
      why: codeWhy(coded, clock.today()),
    };
    return { row, coded };
  });
  return { ok: true, value };
}
