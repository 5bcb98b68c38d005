import type { SessionDesk } from './context.ts';

/** Where nobody signs in: a worker does what somebody was let do before it began. */
export const noSessions: SessionDesk = {
  current: () => undefined,
  signIn: () => undefined,
  signOut: () => undefined,
  lock: () => undefined,
  workAs: () => undefined,
  lockAfter: () => undefined,
  lastName: () => undefined,
};
