import type { OperationOutput } from '#shared/contract/contract.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Context, Handler } from '../context.ts';
import { inRace } from '../in-race.ts';
import { bookRun, checkRun, type RunWanted } from '../place-run.ts';

type Booked = OperationOutput<'places.book'>;

/** Books or holds places for one exclusion at one provider: all the sessions or none, in one transaction. */
export const bookPlaces: Handler<'places.book'> = (context, { exclusionId, ...run }) =>
  bookOne(context, { ...run, for: { exclusionId } });

/** The same for a pupil who is not excluded by our school; such places are in no exclusion figure. */
export const bookOther: Handler<'places.book-other'> = (context, { pupilId, purpose, ...run }) =>
  bookOne(context, { ...run, for: { pupilId, purpose } });

function bookOne(context: Context, run: RunWanted): Promise<Result<Booked>> {
  const attempt = () =>
    context.change<Booked>(async (db) => {
      const done = await bookRun(db, context, run);
      if (!done.ok) return done;
      const { placementId, placeIds, heldUntil, audit } = done.value;
      const value = {
        placementId,
        placeIds: [...placeIds],
        ...(heldUntil === undefined ? {} : { heldUntil }),
      };
      return { ok: true, value: { value, audit } };
    });
  return inRace(context, attempt, (db) => checkRun(db, context, run));
}
