import type { OperationOutput } from '#shared/contract/contract.ts';
import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import { sentCell } from '#shared/domain/returns/who-has-sent.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { receivedSpan } from '../../storage/repositories/received-returns.ts';
import {
  readChasers,
  readDueDates,
  sentVersions,
  type Chaser,
} from '../../storage/repositories/return-demands.ts';
import type { Db } from '../../storage/store.ts';
import type { Context, Handler } from '../context.ts';
import { expectedSchools, schoolFrom } from '../expected-schools.ts';
import { askedPeriods, askedYears } from './asked-periods.ts';

export type NotSent = OperationOutput<'authority.not-sent'>;

/** Schools by the periods of a school year, with what each has sent. */
export const notSent: Handler<'authority.not-sent'> = (context, { schoolYear }) =>
  context.read(async (db) => ({ ok: true, value: await readNotSent(db, context, schoolYear) }));

export async function readNotSent(
  db: Db,
  { clock, nationalSchools }: Pick<Context, 'clock' | 'nationalSchools'>,
  asked: SchoolYear | undefined,
): Promise<NotSent> {
  const today = clock.today();
  const years = [...askedYears((await receivedSpan(db))?.from, today)];
  const schoolYear = asked ?? years[0] ?? 0;
  const periods = askedPeriods(schoolYear, await readDueDates(db), today);
  const range = {
    from: periods.reduce((first, { from }) => (from < first ? from : first), today),
    to: periods.reduce((last, { to }) => (to > last ? to : last), '0000-01-01'),
  };
  const versions = groupRows(await sentVersions(db, range), keyOf);
  const names = new Map([...versions.values()].flat().map((row) => [row.laEstab, row.schoolName]));
  const chasers = groupRows(await readChasers(db, range), ({ laEstab, periodFrom, periodTo }) =>
    keyOf({ laEstab, from: periodFrom, to: periodTo }),
  );
  const expected = await expectedSchools(db, nationalSchools);
  const schools = [...new Set([...expected.keys(), ...names.keys()])].flatMap((laEstab) => {
    const known = expected.get(laEstab);
    const cells = periods.map((period) => {
      const key = keyOf({ laEstab, ...period });
      return {
        ...sentCell(versions.get(key) ?? [], period, known ?? {}, today),
        ...asking(chasers.get(key) ?? []),
      };
    });
    // One that had closed before is not expected anywhere, and only takes room.
    if (cells.length > 0 && cells.every(({ state }) => state === 'not-expected')) return [];
    const { name, phase } = schoolFrom(expected, laEstab, names.get(laEstab));
    return [{ laEstab, name, phase, cells }];
  });
  return {
    schoolYear,
    years,
    periods: periods.map((period, at) => {
      const states = schools.flatMap(({ cells }) => cells[at]?.state ?? []);
      return {
        ...period,
        expected: states.filter((state) => state !== 'not-expected').length,
        sent: states.filter((state) => state === 'received' || state === 'nil').length,
      };
    }),
    schools: schools.toSorted((a, b) => NAMES.compare(a.name, b.name) || (a.laEstab < b.laEstab ? -1 : 1)),
  };
}

const NAMES = new Intl.Collator('en-GB');

const keyOf = ({ laEstab, from, to }: { laEstab: string; from: string; to: string }): string =>
  `${laEstab} ${from} ${to}`;

function asking(chasers: readonly Chaser[]) {
  const askedAt = chasers
    .map(({ writtenAt }) => writtenAt)
    .toSorted()
    .at(-1);
  return { timesAsked: chasers.length, ...(askedAt === undefined ? {} : { askedAt }) };
}
