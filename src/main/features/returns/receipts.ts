import { listReceipts, type Receipt } from '../../storage/repositories/returns.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/** A receipt as callers see it; the school is their own. */
export function receiptOf(receipt: Receipt) {
  const { periodFrom, periodTo, periodName, schoolId: _school, ...rest } = receipt;
  return { ...rest, period: { name: periodName, from: periodFrom, to: periodTo } };
}

export const returnHistory: Handler<'returns.history'> = ({ read }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    return { ok: true, value: { receipts: (await listReceipts(db, home.value.school.id)).map(receiptOf) } };
  });
