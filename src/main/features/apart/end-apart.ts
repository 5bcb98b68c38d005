import { addDays } from '#shared/kernel/plain-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import { endApartPair, findApartPair } from '../../storage/repositories/keep-apart.ts';
import type { Handler } from '../context.ts';

/** Ends keeping two pupils apart: from today on they may meet. The pair stays in the history. */
export const endApart: Handler<'apart.end'> = ({ change, clock }, { id }) =>
  change(async (db) => {
    const pair = await findApartPair(db, id);
    if (!pair) return refuse('not-found', 'These pupils are not in the list any more. Nothing was changed.');
    const last = addDays(clock.today(), -1);
    if (pair.toDate !== null && pair.toDate <= last) {
      return refuse('conflict', 'This has ended already. Nothing was changed.');
    }
    await endApartPair(db, pair, last);
    const detail = { keptApartEnded: { before: pair, to: last } };
    return {
      ok: true,
      value: {
        value: {},
        audit: [pair.pupilA, pair.pupilB].map((subjectId) => ({ subjectType: 'pupil', subjectId, detail })),
      },
    };
  });
