import type { OperationOutput } from '#shared/contract/contract.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { readHeads, type Head } from '../../storage/repositories/heads.ts';
import { readSchoolDetails, type SchoolDetailsRecord } from '../../storage/repositories/school-details.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

type Details = OperationOutput<'school.get'>['details'];

/** Who decides, what the letters carry, and the letterhead in use. */
export const getSchool: Handler<'school.get'> = ({ read, clock }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const { id } = home.value.school;
    const details = await readSchoolDetails(db, id);
    const heads = await readHeads(db, id);
    const today = clock.today();
    return {
      ok: true,
      value: {
        details: toDetails(details),
        heads: [...heads],
        inForce: heads.filter((head) => isInForce(head, today)).map(({ version: _version, ...head }) => head),
        ...(details?.letterheadName ? { letterhead: details.letterheadName } : {}),
      },
    };
  });

const isInForce = ({ from, to }: Head, day: IsoDate): boolean =>
  from <= day && (to === undefined || day <= to);

/** The details as the form shows them: empty where nothing was entered, version 0 while none were saved. */
export function toDetails(row: SchoolDetailsRecord | undefined): Details {
  return {
    address: row?.address ?? '',
    phone: row?.phone ?? '',
    email: row?.email ?? '',
    authorityContact: row?.authorityContact ?? '',
    authorityAddress: row?.authorityAddress ?? '',
    authorityPhone: row?.authorityPhone ?? '',
    authorityEmail: row?.authorityEmail ?? '',
    clerkName: row?.clerkName ?? '',
    clerkAddress: row?.clerkAddress ?? '',
    clerkPhone: row?.clerkPhone ?? '',
    clerkEmail: row?.clerkEmail ?? '',
    advice: row?.advice ?? '',
    work: row?.work ?? '',
    version: row?.version ?? 0,
  };
}
