import { diffReturned } from '#shared/domain/returns/diff-returned.ts';
import { refuse } from '#shared/kernel/result.ts';
import { keyFingerprint } from '../../exchange/seal-keys.ts';
import { listReceipts, receiptWithFormer, type ShortReceipt } from '../../storage/repositories/returns.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/** A receipt as callers see it; the school is their own. */
export function receiptOf({
  periodFrom,
  periodTo,
  periodName,
  periodKind,
  schoolId: _school,
  sealedFor,
  ...rest
}: ShortReceipt) {
  return {
    ...rest,
    ...(sealedFor === null ? {} : { sealedFor: keyFingerprint(sealedFor) }),
    period: { kind: periodKind, name: periodName, from: periodFrom, to: periodTo },
  };
}

export const returnHistory: Handler<'returns.history'> = ({ read }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    return { ok: true, value: { receipts: (await listReceipts(db, home.value.school.id)).map(receiptOf) } };
  });

/** What a version has more, less or other than the one before; an explanation or a name of the file is no difference. */
export const returnDifferences: Handler<'returns.differences'> = ({ read }, { receiptId }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const found = await receiptWithFormer(db, home.value.school.id, receiptId);
    if (!found) return refuse('not-found', 'That receipt is not here any more.');
    const { receipt, former } = found;
    const known = former !== undefined && receipt.document !== null && former.document !== null;
    const { onlyAfter, onlyBefore, altered, same } = diffReturned(
      known ? (former.document ?? []) : [],
      known ? (receipt.document ?? []) : [],
    );
    return {
      ok: true,
      value: {
        ...(former ? { former: { version: former.version, exportedAt: former.exportedAt } } : {}),
        known,
        added: onlyAfter.map(copied),
        takenOut: onlyBefore.map(copied),
        altered: altered.map(({ before, after, fields }) => ({
          before: copied(before),
          after: copied(after),
          fields: [...fields],
        })),
        same,
      },
    };
  });

const copied = <Returned extends { readonly reasons: readonly string[] }>(one: Returned) => ({
  ...one,
  reasons: [...one.reasons],
});
