import { updateEntry } from '../../storage/repositories/at-risk-entries.ts';
import type { Handler } from '../context.ts';
import { openEntry } from './open-entry.ts';

/** Ends that a pupil is at risk. The entry stays in the grid of its terms, with the key worker it had. */
export const signOff: Handler<'support.sign-off'> = (context, input) =>
  context.change(async (db) => {
    const { clock, session } = context;
    const opened = await openEntry(db, input, 'The pupil was not signed off');
    if (!opened.ok) return opened;
    const { id, pupilId, reviewOn } = opened.value;
    const after = {
      signedOffOn: clock.today(),
      signedOffBy: session.userName,
      signedOffReason: input.reason,
    };
    await updateEntry(db, id, after);
    const detail = { pupilId, reviewOn, after };
    return { ok: true, value: { value: {}, audit: { subjectType: 'at-risk-entry', subjectId: id, detail } } };
  });
