import { createHash } from 'node:crypto';
import type { KeyStanding } from '../features/office-desk.ts';
import type { KeyFile, Slot } from '../security/keys/key-file.ts';
import type { SystemKeyStore } from '../security/keys/slots.ts';

/** What opens the database, counted. */
export function keyStanding(
  slots: readonly Slot[],
  { keys }: KeyFile,
  keyId: string,
  system: SystemKeyStore | undefined,
): KeyStanding {
  const recovery = slots.findLast((slot) => slot.kind === 'recovery');
  const systems = slots.filter((slot) => slot.kind === 'system');
  const own = systems.filter(({ account }) => account === system?.account);
  const madeAt = keys.find(({ id }) => id === keyId)?.madeAt;
  return {
    open: slots.some(({ kind }) => kind === 'open'),
    ...(recovery
      ? {
          recovery: {
            sheet: sheetOf(recovery).mark,
            madeAt: recovery.madeAt,
            confirmed: recovery.confirmedAt !== undefined,
          },
        }
      : {}),
    ...(system ? { thisAccount: { name: system.name, admitted: own.length > 0 } } : {}),
    otherAccounts: systems.length - own.length,
    passwords: slots.filter(({ kind }) => kind === 'password').length,
    ...(madeAt ? { keyMadeAt: madeAt } : {}),
  };
}

/** A short mark of a recovery sheet, so that people who find two know which is which. It tells nothing of the key. */
export function sheetOf(slot: { readonly madeAt: string; readonly salt?: string }): {
  mark: string;
  madeAt: string;
} {
  const hash = createHash('sha256')
    .update(`sheet ${slot.madeAt} ${slot.salt ?? ''}`)
    .digest('hex');
  return { mark: hash.slice(0, 4).toUpperCase(), madeAt: slot.madeAt };
}
