import { eq } from 'drizzle-orm';
import { refuse } from '#shared/kernel/result.ts';
import type { Handler } from '../context.ts';

/** Keeps a record longer; a second time replaces the first. */
export const holdRecord: Handler<'privacy.hold'> = (context, { pupilId, until, reason }) =>
  context.change(async (db) => {
    const { pupils, retentionHolds } = db.tables;
    if (until <= context.clock.today()) {
      const message = 'Give a day to come: on it the record is looked at again.';
      return refuse('invalid-input', message, { fields: [{ path: 'until', message }] });
    }
    const [pupil] = await db.select({ id: pupils.id }).from(pupils).where(eq(pupils.id, pupilId));
    if (pupil === undefined) return refuse('not-found', 'There is no such pupil. Nothing was changed.');
    const set = { reason, until, setBy: context.session.userName, setAt: context.clock.now() };
    await db
      .insert(retentionHolds)
      .values({ pupilId, ...set })
      .onConflictDoUpdate({ target: retentionHolds.pupilId, set });
    return {
      ok: true,
      value: {
        value: {},
        audit: { subjectType: 'pupil', subjectId: pupilId, pupilId, detail: { keptUntil: until, reason } },
      },
    };
  });

export const endHold: Handler<'privacy.end-hold'> = (context, { pupilId }) =>
  context.change(async (db) => {
    const { retentionHolds } = db.tables;
    const [before] = await db.select().from(retentionHolds).where(eq(retentionHolds.pupilId, pupilId));
    if (before === undefined)
      return refuse('not-found', 'This record is not kept longer. Nothing was changed.');
    await db.delete(retentionHolds).where(eq(retentionHolds.pupilId, pupilId));
    return {
      ok: true,
      value: {
        value: {},
        audit: { subjectType: 'pupil', subjectId: pupilId, pupilId, detail: { noLongerKept: before } },
      },
    };
  });
