import { ok, refuse } from '#shared/kernel/result.ts';
import { readErasures } from '../../storage/repositories/retention.ts';
import type { Handler } from '../context.ts';
import { eraseKind } from '../erase-kind.ts';
import { beforeMark } from '../repeat-erasures.ts';
import { compact } from './erase-pupil.ts';
import { cutOff } from './review.ts';
import { rulesInForce } from './rules.ts';

/** Erases what is nobody's alone and due: nothing younger than its time, whatever day is asked for. */
export const eraseCommon: Handler<'privacy.erase-common'> = async (context, { kind, before, reason }) => {
  const erased = await context.change(async (db) => {
    const rule = (await rulesInForce(db)).find((one) => one.kind === kind);
    if (rule === undefined || before > cutOff(rule, context.clock.today())) {
      return refuse('refused', 'Some of these records are still within their time. Nothing was erased.');
    }
    const { counts, auditRows, notes } = await eraseKind(db, kind, before);
    const id = context.newId();
    await db.insert(db.tables.erasures).values({
      id,
      pupilId: beforeMark(before),
      at: context.clock.now(),
      byName: context.session.userName,
      kind,
      reason,
      counts,
    });
    return ok({
      value: counts['rows'] ?? 0,
      audit: [
        {
          subjectType: 'erasure',
          subjectId: id,
          detail: { kind, before, reason, counts, ...(auditRows.length > 0 ? { auditRows } : {}) },
        },
        ...notes,
      ],
    });
  });
  if (!erased.ok) return erased;
  return ok({ rows: erased.value, compacted: await compact(context) });
};

export const listErasures: Handler<'privacy.erasures'> = ({ read }) =>
  read(async (db) =>
    ok({
      erasures: (await readErasures(db)).map(({ id, at, byName, kind, reason, counts }) => ({
        id,
        at,
        byName,
        kind,
        reason,
        rows: Object.values(counts).reduce((sum, one) => sum + one, 0),
      })),
    }),
  );
