import type { HeldSession, SessionDesk } from '../features/context.ts';
import { noSessions } from '../features/no-sessions.ts';

/** Who has signed in to one run of the command line; it locks nothing and remembers nobody. */
export function makeCliDesk(): SessionDesk {
  let held: HeldSession | undefined;
  return {
    ...noSessions,
    current: () => held,
    signIn(session) {
      held = { session, locked: false };
    },
    signOut() {
      held = undefined;
    },
    workAs(session) {
      if (held) held = { session, locked: false };
    },
  };
}
