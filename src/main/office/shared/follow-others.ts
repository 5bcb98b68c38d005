import type { AppEvent } from '#shared/contract/events.ts';
import { isTold } from '#shared/contract/told-to-others.ts';
import { listenTo } from '../../storage/engines/postgres/listen.ts';
import type { PostgresPlace } from '../../storage/engines/postgres/place.ts';
import { gatherCalls } from './gather-calls.ts';

/** Milliseconds in which the same news, come again, is told once more at their end: an import commits many times a second. */
const GATHERED = 300;

interface FollowOptions {
  /** Ours: what it does itself its window knows already. */
  readonly programId: string;
  readonly send: (event: AppEvent) => void;
  /** Somebody did something there. */
  readonly heard?: (() => void) | undefined;
}

/**
 * Tells the window what others do at the shared database, as it is told what it does itself. Gives what ends it. Nothing
 * but names of commands comes through, and only of those that are told: anybody with a login can send a text.
 */
export function followOthers(
  place: PostgresPlace,
  { programId, send, heard }: FollowOptions,
): () => Promise<void> {
  const tell = gatherCalls<string>(GATHERED, (operation) => {
    if (!isTold(operation)) return;
    send({ type: 'done', operation });
    heard?.();
  });
  const end = listenTo(place, {
    onHeard: ({ operation, from }) => {
      if (from !== programId && isTold(operation)) tell.call(operation);
    },
    onListening: () => send({ type: 'missed' }),
  });
  return async () => {
    tell.end();
    await end();
  };
}
