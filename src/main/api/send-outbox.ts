import type { Handlers, Services } from '../features/context.ts';
import type { AwayDesk, OutboxEntry } from '../features/away-desk.ts';
import type { Store } from '../storage/store.ts';
import { dispatch } from './dispatch.ts';

/** What only says that the server was not there: the command was not looked at, or will be known again by its id. */
const NOT_NOW = new Set(['unreachable', 'busy', 'not-open']);

/**
 * Looks whether the server is back, sends what waits in the order in which it was given, and goes on at the server once
 * nothing waits any more. What the server refuses stops, and what came later about the same pupil with it; the rest goes
 * on. Each is done once, however often this is broken off: the server knows a command by its id. False when there was
 * nothing to do, or the server did not answer. One at a time.
 */
export async function sendOutbox(services: Services, handlers: Handlers): Promise<boolean> {
  const { away } = services;
  if (!away) return false;
  const wasAway = away.standing() !== undefined;
  if (!wasAway && !away.entries().some(isWaiting)) return false;
  const sent = await away.atServer(async (store) => {
    for (let next = away.entries().find(isWaiting); next; next = away.entries().find(isWaiting)) {
      if (!(await sendOne(services, handlers, { away, store, entry: next }))) return false;
    }
    return true;
  });
  if (sent === true && wasAway) await away.end();
  return sent === true;
}

interface Sending {
  readonly away: AwayDesk;
  readonly store: Store;
  readonly entry: OutboxEntry;
}

async function sendOne(
  services: Services,
  handlers: Handlers,
  { away, store, entry }: Sending,
): Promise<boolean> {
  const { id, operation, input, session } = entry;
  // Whatever goes wrong at the server is told here, and not answered from what this PC keeps.
  const atServer: Services = { ...services, store, away: undefined };
  const envelope = { commandId: id, given: entry };
  const result = await dispatch(atServer, handlers, session, operation, input, undefined, envelope);
  if (result.ok) {
    await away.settle((entries) => entries.filter((one) => one.id !== id));
    return true;
  }
  if (NOT_NOW.has(result.error.code)) return false;
  const said = result.error.message;
  await away.settle((entries) => {
    const at = entries.findIndex((one) => one.id === id);
    return entries.map((one, index) => {
      if (one.id === id) return { ...one, state: 'stopped', said };
      const follows = index > at && one.pupilId !== undefined && one.pupilId === entry.pupilId;
      return follows ? { ...one, state: 'stopped', said: WAITS } : one;
    });
  });
  return true;
}

const isWaiting = ({ state }: OutboxEntry): boolean => state === 'waiting';

const WAITS = 'It waits for the one before it about the same pupil, which was not done.';
