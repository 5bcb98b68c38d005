import type { AppEvent } from '#shared/contract/events.ts';
import { handlers } from '../api/handlers.ts';
import { sendOutbox } from '../api/send-outbox.ts';
import type { Services } from '../features/context.ts';

/** How often it is looked whether the server is back, in milliseconds. */
const EVERY = 3000;

/**
 * While the program runs: looks whether a server that was lost is back, sends what waits, and tells the window when
 * either has changed. Gives how to stop.
 */
export function tendOutbox(services: () => Services, send: (event: AppEvent) => void): () => void {
  let busy = false;
  let before = '';
  const look = async () => {
    const now = services();
    const { away, log } = now;
    if (busy || !away) return;
    busy = true;
    try {
      tell(now);
      if (await sendOutbox(now, handlers)) send({ type: 'done', operation: 'outbox.printed' });
      tell(now);
    } catch (error) {
      log.error('what waits for the shared database could not be sent', error);
    } finally {
      busy = false;
    }
  };
  const tell = ({ away }: Services) => {
    const states = away?.entries().map(({ state }) => state) ?? [];
    const now = JSON.stringify([away?.standing()?.since ?? '', states]);
    if (now !== before) send({ type: 'done', operation: 'outbox.try-again' });
    before = now;
  };
  const timer = setInterval(() => void look(), EVERY);
  timer.unref();
  return () => clearInterval(timer);
}
