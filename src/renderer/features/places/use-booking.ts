import { useState } from 'react';
import type { Session } from '#shared/domain/calendar/types.ts';
import type { AppError } from '#shared/kernel/result.ts';
import { sayInstant } from '#shared/text/provider-words.ts';
import { OperationError, queryClient, useCommand } from '../../api/client.ts';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';

/** A booking that was refused, kept on the page until the next step. */
export interface Failure {
  readonly title: string;
  readonly error: AppError;
}

export interface BookRequest {
  readonly exclusionId: string;
  readonly providerId: string;
  readonly providerName: string;
  readonly sessions: readonly Session[];
  readonly hold: boolean;
}

/** Booking, confirming and cancelling from the board: one step at a time, each with its word of what happened. */
export function useBooking() {
  const book = useCommand('places.book');
  const confirm = useCommand('places.confirm');
  const cancel = useCommand('places.cancel');
  const [failure, setFailure] = useState<Failure>();
  const busy = book.isPending || confirm.isPending || cancel.isPending;

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
      await cancel.mutateAsync({ placeIds: [...placeIds], reason: 'Undone' });
      notify({ title: 'Undone', text: `${plural(placeIds.length, 'place')} given back.` });
    } catch (error) {
      fail('Not undone', error);
    }
  };

  return {
    busy,
    failure,
    clearFailure: () => setFailure(undefined),

    book: ({ exclusionId, providerId, providerName, sessions, hold }: BookRequest) =>
      attempt(hold ? 'Not held' : 'Not booked', async () => {
        const done = await book.mutateAsync({ exclusionId, providerId, sessions: [...sessions], hold });
        notify({
          tone: hold ? 'held' : 'done',
          title: `${plural(sessions.length, 'session')} ${hold ? 'held' : 'booked'} at ${providerName}`,
          ...(done.heldUntil ? { text: `Held until ${sayInstant(done.heldUntil)}.` } : {}),
          action: { label: 'Undo', onSelect: () => void undo(done.placeIds) },
        });
      }),

    confirm: (placeIds: readonly string[]) =>
      attempt('Not confirmed', async () => {
        await confirm.mutateAsync({ placeIds: [...placeIds] });
        notify({ title: `${plural(placeIds.length, 'session')} booked`, text: 'The hold is now a booking.' });
      }),

    cancel: (placeIds: readonly string[], reason: string) =>
      attempt('Not cancelled', async () => {
        await cancel.mutateAsync({ placeIds: [...placeIds], reason });
        notify({
          title: `${plural(placeIds.length, 'place')} cancelled`,
          text: 'The history keeps the reason.',
        });
      }),
  };
}

export type Booking = ReturnType<typeof useBooking>;
