import type { Handler } from '../context.ts';
import { openStay } from './open-stay.ts';
import { viewStay } from './view-stay.ts';

/** One stay with everything that belongs to it. What was dropped of its tasks is left out. */
export const getStay: Handler<'stays.get'> = (context, { placementId }) =>
  context.read(async (db) => {
    const opened = await openStay(db, context.session, placementId, 'Nothing to show');
    if (!opened.ok) return opened;
    return { ok: true, value: await viewStay(db, context, opened.value) };
  });
