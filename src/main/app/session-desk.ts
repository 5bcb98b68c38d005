import type { HeldSession, SessionDesk, UserSession } from '../features/context.ts';

interface Options {
  /** Milliseconds that only go on, whatever is done to the PC's clock. */
  readonly monotonic: () => number;
  /** Who works here, or whether it is locked, has changed. */
  readonly onChange: () => void;
  readonly lastName: () => string | undefined;
  readonly remember: (session: UserSession) => void;
}

export interface WindowDesk extends SessionDesk {
  /** A key, a click, or a command: somebody is there. */
  active(): void;
  /** Whether nobody has been there for so long that it is time to lock. */
  isIdle(): boolean;
  /** The session that operations are asked in: nobody's while it is locked. `open`: where nobody signs in. */
  asking(open: () => Promise<UserSession>): Promise<UserSession>;
}

const MINUTE = 60_000;

const LOCKED: UserSession = { userName: '', role: 'none' };

/** Who has signed in to the window's program, and whether it is locked. In main, where the window cannot reach it. */
export function makeWindowDesk({ monotonic, onChange, lastName, remember }: Options): WindowDesk {
  let held: HeldSession | undefined;
  /** In a demonstration: the role chosen from the menu. */
  let chosen: UserSession | undefined;
  let lockAfter = Number.POSITIVE_INFINITY;
  let lastActive = monotonic();
  const put = (next: HeldSession | undefined) => {
    held = next;
    chosen = undefined;
    lastActive = monotonic();
    onChange();
  };
  return {
    current: () => held,
    signIn(session, minutes) {
      lockAfter = minutes * MINUTE;
      put({ session, locked: false });
      remember(session);
    },
    signOut: () => put(undefined),
    lock() {
      if (held && !held.locked) put({ ...held, locked: true });
    },
    workAs(session) {
      if (held && session.userId === held.session.userId) put({ ...held, session });
      else chosen = session;
      remember(session);
    },
    lockAfter(minutes) {
      lockAfter = minutes * MINUTE;
    },
    lastName,
    active() {
      lastActive = monotonic();
    },
    isIdle: () => held !== undefined && !held.locked && monotonic() - lastActive >= lockAfter,
    async asking(open) {
      if (held) return held.locked ? LOCKED : held.session;
      const free = await open();
      return free.role === 'none' ? free : (chosen ?? free);
    },
  };
}
