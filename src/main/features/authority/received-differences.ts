import { diffReturned, type ReturnedExclusion } from '#shared/domain/returns/diff-returned.ts';
import { refuse } from '#shared/kernel/result.ts';
import {
  findReceived,
  receivedOf,
  type ReceivedReturn,
} from '../../storage/repositories/received-returns.ts';
import type { Handler } from '../context.ts';
import { toReturned } from '../to-returned.ts';

/** What a return has more, less or other than the one that it replaced. */
export const receivedDifferences: Handler<'authority.received-differences'> = ({ read }, { receivedId }) =>
  read(async (db) => {
    const after = await findReceived(db, receivedId);
    const before = after?.replacesId ? await findReceived(db, after.replacesId) : undefined;
    if (after === undefined) return refuse('not-found', 'This return is not here.');
    if (before === undefined) {
      return refuse('not-found', 'This return replaced none: it is the first of its school and period.');
    }
    const { onlyBefore, onlyAfter, altered, same } = diffReturned(
      (await receivedOf(db, before.id)).map(toReturned),
      (await receivedOf(db, after.id)).map(toReturned),
    );
    return {
      ok: true,
      value: {
        school: { laEstab: after.laEstab, name: after.schoolName },
        period: after.periodName,
        before: versionOf(before),
        after: versionOf(after),
        same,
        added: onlyAfter.map(copy),
        gone: onlyBefore.map(copy),
        altered: altered.map((one) => ({
          before: copy(one.before),
          after: copy(one.after),
          fields: [...one.fields],
        })),
      },
    };
  });

const versionOf = ({ fileName, createdAt, receivedAt, receivedBy, counts }: ReceivedReturn) => ({
  fileName,
  createdAt,
  receivedAt,
  receivedBy,
  counts,
});

const copy = (one: ReturnedExclusion) => ({ ...one, reasons: [...one.reasons] });
