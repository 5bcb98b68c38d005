import { eq } from 'drizzle-orm';
import { RETENTION_RULES } from '#shared/domain/privacy/retention-rules.ts';
import type { RetentionRule } from '#shared/domain/privacy/types.ts';
import { refuse } from '#shared/kernel/result.ts';
import { readRetentionRules } from '../../storage/repositories/retention.ts';
import type { Db } from '../../storage/store.ts';
import type { Handler } from '../context.ts';

/** The times that hold: the school's own figure where it set one. */
export async function rulesInForce(db: Db): Promise<readonly RetentionRule[]> {
  const own = new Map((await readRetentionRules(db)).map(({ kind, keepMonths }) => [kind, keepMonths]));
  return RETENTION_RULES.map((rule) => ({ ...rule, months: own.get(rule.kind) ?? rule.months }));
}

export const listRules: Handler<'privacy.rules'> = ({ read }) =>
  read(async (db) => {
    const rows = new Map((await readRetentionRules(db)).map((row) => [row.kind, row]));
    const rules = RETENTION_RULES.map((rule) => {
      const row = rows.get(rule.kind);
      const { reason = '', setBy = '', setAt = '', version = 1 } = row ?? {};
      return {
        ...rule,
        months: row?.keepMonths ?? rule.months,
        usualMonths: rule.months,
        ...(row === undefined ? {} : { own: { reason, setBy, setAt, version } }),
      };
    });
    return { ok: true, value: { rules } };
  });

/** Sets the school's own time for a kind, or with no months takes it back; the trail has the reason. */
export const setRule: Handler<'privacy.set-rule'> = (context, { kind, months, reason, version }) =>
  context.change(async (db) => {
    const { retentionRules } = db.tables;
    const [before] = await db.select().from(retentionRules).where(eq(retentionRules.kind, kind));
    if (before?.version !== version) {
      return refuse(
        'conflict',
        'Somebody else has changed this time since. Nothing was changed; look at it again.',
      );
    }
    const row = {
      kind,
      keepMonths: months ?? 0,
      reason,
      setBy: context.session.userName,
      setAt: context.clock.now(),
      version: (before?.version ?? 0) + 1,
    };
    await db.delete(retentionRules).where(eq(retentionRules.kind, kind));
    if (months !== undefined) await db.insert(retentionRules).values(row);
    return {
      ok: true,
      value: {
        value: {},
        audit: {
          subjectType: 'privacy',
          subjectId: `retention/${kind}`,
          detail: { before: before?.keepMonths, after: months, reason },
        },
      },
    };
  });
