import type { OperationOutput } from '#shared/contract/contract.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { invoke } from './bridge.ts';

export type WhoWorks = OperationOutput<'session.get'>;

/** Whether main answers more than who works here. */
const isOpen = ({ state, mustChange }: WhoWorks): boolean =>
  state === 'no-sign-in' || (state === 'signed-in' && !mustChange);

/** Whose answers may be on the screen; a lock changes nothing about it. */
export const personOf = ({ state, userId }: WhoWorks): string =>
  state === 'no-sign-in' ? 'anybody' : (userId ?? 'nobody');

/** Somebody waiting for an answer: `go` when the same person may have it, `stop` when another one sits there. */
interface Waiting {
  readonly person: string;
  readonly go: () => void;
  readonly stop: () => void;
}

let last: WhoWorks | undefined;
let waiting: readonly Waiting[] = [];

interface Change {
  readonly who: WhoWorks;
  /** Nothing that the last person saw may stay. */
  readonly anotherPerson: boolean;
}

/** Asks main who works here, and lets those go on who waited for it. */
export async function askWhoWorks(): Promise<Result<Change>> {
  const result = await invoke('session.get', {});
  if (!result.ok) return result;
  const who = result.value;
  const anotherPerson = last !== undefined && personOf(last) !== personOf(who);
  last = who;
  const before = waiting;
  waiting = [];
  for (const one of before) {
    if (one.person !== personOf(who)) one.stop();
    else if (isOpen(who)) one.go();
    else waiting = [...waiting, one];
  }
  return ok({ who, anotherPerson });
}

/** Waits while the window is locked. False: nobody waits any more, because somebody else works here now. */
export function untilUnlocked(who: WhoWorks): Promise<boolean> {
  if (who.state !== 'locked') return Promise.resolve(false);
  return new Promise((resolve) => {
    const one = { person: personOf(who), go: () => resolve(true), stop: () => resolve(false) };
    waiting = [...waiting, one];
  });
}
