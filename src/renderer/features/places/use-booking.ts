import { useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import type { CancelCode } from '#shared/domain/placements/types.ts';
import type { AppError } from '#shared/kernel/result.ts';
import { sayInstant } from '#shared/text/provider-words.ts';
import { OperationError, queryClient, useCommand } from '../../api/client.ts';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import type { OtherPupil } from './picked.ts';

/** A booking that was refused, kept on the page until the next step. */
export interface Failure {
  readonly title: string;
  readonly error: AppError;
}

export interface Escort {
  readonly date: string;
  readonly name: string;
}

/** One run at one provider. */
export interface Run {
  readonly providerId: string;
  readonly sessions: readonly Session[];
  readonly escorts: readonly Escort[];
}

export interface BookRequest extends Run {
  /** An exclusion's id, or a pupil who is not excluded. */
  readonly of: string | OtherPupil;
  readonly providerName: string;
  readonly hold: boolean;
  /** Why rules are waived, where they are. */
  readonly overrideReason?: string | undefined;
}

/** Those who wait for places that were just given up. */
export type Freed = OperationOutput<'places.cancel'>['waiting'];

const toRun = ({ providerId, sessions, escorts }: Run) => ({
  providerId,
  sessions: sessions.map(({ date, slot }) => ({ date, slot })),
  escorts: [...escorts],
});

/** Booking, confirming and cancelling from the board: one step at a time, each with its word of what happened. */
export function useBooking() {
  const book = useCommand('places.book');
  const bookOther = useCommand('places.book-other');
  const bookItinerary = useCommand('places.book-itinerary');
  const confirm = useCommand('places.confirm');
  const cancel = useCommand('places.cancel');
  const [failure, setFailure] = useState<Failure>();
  const [freed, setFreed] = useState<Freed>([]);
  const busy = [book, bookOther, bookItinerary, confirm, cancel].some(({ isPending }) => isPending);

  /** Keeps the refusal on the page, and looks again at a board that was out of date. */
  const fail = (title: string, error: unknown) => {
    if (!(error instanceof OperationError)) throw error;
    setFailure({ title, error: error.error });
    void queryClient.invalidateQueries({ queryKey: ['places'] });
  };

  /** Runs one step; true when it was done. A refusal stays on the page in `failure`. */
  const attempt = async (title: string, step: () => Promise<void>): Promise<boolean> => {
    if (busy) return false;
    setFailure(undefined);
    setFreed([]);
    try {
      await step();
      return true;
    } catch (error) {
      fail(title, error);
      return false;
    }
  };

  const undo = async (placeIds: readonly string[]) => {
    try {
      await cancel.mutateAsync({ placeIds: [...placeIds], code: 'booked-in-error', reason: 'Undone' });
      notify({ title: 'Undone', text: `${plural(placeIds.length, 'place')} given back.` });
    } catch (error) {
      fail('Not undone', error);
    }
  };

  const say = (
    what: string,
    where: string,
    done: { placeIds: readonly string[]; heldUntil?: string | undefined },
  ) =>
    notify({
      tone: done.heldUntil === undefined ? 'done' : 'held',
      title: `${what} ${done.heldUntil === undefined ? 'booked' : 'held'} ${where}`,
      ...(done.heldUntil === undefined ? {} : { text: `Held until ${sayInstant(done.heldUntil)}.` }),
      action: { label: 'Undo', onSelect: () => void undo(done.placeIds) },
    });

  return {
    busy,
    failure,
    freed,
    clear: () => {
      setFailure(undefined);
      setFreed([]);
    },

    book: ({ of, providerName, hold, overrideReason, ...run }: BookRequest) =>
      attempt(hold ? 'Not held' : 'Not booked', async () => {
        const how = {
          ...toRun(run),
          hold,
          ...(overrideReason === undefined ? {} : { override: { reason: overrideReason } }),
        };
        const done = await (typeof of === 'string'
          ? book.mutateAsync({ exclusionId: of, ...how })
          : bookOther.mutateAsync({ pupilId: of.pupilId, purpose: of.purpose, ...how }));
        say(plural(run.sessions.length, 'session'), `at ${providerName}`, done);
      }),

    bookItinerary: (exclusionId: string, runs: readonly Run[], hold: boolean) =>
      attempt(hold ? 'Not held' : 'Not booked', async () => {
        const done = await bookItinerary.mutateAsync({ exclusionId, runs: runs.map(toRun), hold });
        const venues = new Set(runs.map(({ providerId }) => providerId)).size;
        say(plural(done.placeIds.length, 'session'), `at ${plural(venues, 'provider')}`, done);
      }),

    confirm: (placeIds: readonly string[]) =>
      attempt('Not confirmed', async () => {
        await confirm.mutateAsync({ placeIds: [...placeIds] });
        notify({ title: `${plural(placeIds.length, 'session')} booked`, text: 'The hold is now a booking.' });
      }),

    cancel: (placeIds: readonly string[], code: CancelCode, reason: string) =>
      attempt('Not cancelled', async () => {
        const { waiting } = await cancel.mutateAsync({ placeIds: [...placeIds], code, reason });
        setFreed(waiting);
        notify({
          title: `${plural(placeIds.length, 'place')} cancelled`,
          text: 'The history keeps the reason.',
        });
      }),
  };
}

export type Booking = ReturnType<typeof useBooking>;
