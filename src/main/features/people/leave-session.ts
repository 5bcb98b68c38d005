import { ok } from '#shared/kernel/result.ts';
import type { Context, Handler, HeldSession } from '../context.ts';

/** Signs out whoever works here, locked or not. Nothing happens when nobody does. */
export const signOut: Handler<'session.sign-out'> = async (context) => {
  const held = context.sessions.current();
  // First of all: a database that is busy must not keep anybody signed in.
  context.sessions.signOut();
  try {
    return held ? await note(context, held) : ok({});
  } finally {
    // The login of the one who left is nobody's to use.
    await context.shared?.leave();
  }
};

/** Locks the window of whoever works here. In a demonstration there is nobody to lock it for. */
export const lock: Handler<'session.lock'> = async (context, { why }) => {
  const held = context.sessions.current();
  if (!held || held.locked) return ok({});
  context.sessions.lock();
  return note(context, held, { why });
};

const note = ({ change }: Pick<Context, 'change'>, { session }: HeldSession, detail?: object) =>
  change<Record<string, never>>(async () =>
    ok({
      value: {},
      audit: { subjectType: 'person', subjectId: session.userId ?? '', ...(detail ? { detail } : {}) },
      by: session,
    }),
  );
