import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import type {
  KeyDesk,
  NewRecoveryKey,
  OfficeDesk,
  OfficeStanding,
  PersonSecret,
} from '../features/office-desk.ts';
import { findWithSecret, type FoundKey } from '../security/keys/find-data-keys.ts';
import { newKeyFile, type KeyFile, type Slot } from '../security/keys/key-file.ts';
import { changeKeyFile, readKeyFile, readKeyFiles } from '../security/keys/key-file-place.ts';
import {
  openPassword,
  passwordSlot,
  placeOf,
  recoverySlot,
  systemSlot,
  whoOf,
} from '../security/keys/slots.ts';
import { opensWith } from '../storage/engines/look-at-file.ts';
import { readRecoveryKey } from '../security/keys/recovery-key.ts';
import { readWorkspace } from '../storage/repositories/workspace.ts';
import type { Store } from '../storage/store.ts';
import { makeBrake } from './brake.ts';
import { chooseWith, type KeyChoice } from './key-choice.ts';
import {
  freshRecovery,
  makeKey,
  withSlots,
  type KeyMaker,
  type MadeKey,
  type Openers,
} from './key-entries.ts';
import { keyStanding, sheetOf } from './key-standing.ts';
import { makePendingSheet } from './pending-sheet.ts';
import type { runRekey } from './run-rekey.ts';

/** What the keys need of the office. */
export interface KeyDeskParts {
  readonly database: string;
  readonly maker: KeyMaker;
  readonly store: Store;
  readonly rekey: typeof runRekey;
  found(): FoundKey | undefined;
  take(found: FoundKey): void;
  standing(): OfficeStanding;
  openChosen(choice: KeyChoice): Promise<OfficeStanding>;
  readonly whileClosed: OfficeDesk['whileClosed'];
}

const NO_ACCOUNT =
  'This PC’s system keeps no keys, so that the recovery key or a password is asked for at each start.';

/** Everything that changes who can open the database. */
export function makeKeyDesk(parts: KeyDeskParts): KeyDesk {
  const { database, maker } = parts;
  const { system, now, cost } = maker;
  const brake = makeBrake();
  const pending = makePendingSheet();

  const current = (): FoundKey => {
    const found = parts.found();
    if (!found) throw new Error('The keys were asked for before the database was opened.');
    return found;
  };
  const place = () => ({ databaseId: keyFile().databaseId, keyId: current().keyId });
  const keyFile = (): KeyFile => {
    const file = readKeyFile(database);
    if (!file) throw new Error('The key file is gone while the database is open.');
    return file;
  };
  const slots = (): readonly Slot[] => keyFile().keys.find(({ id }) => id === current().keyId)?.slots ?? [];
  const changeSlots = (change: (before: readonly Slot[]) => readonly Slot[]): void => {
    const { keyId } = current();
    changeKeyFile(database, (file) => {
      const changed = withSlots(file, keyId, change);
      return newKeyFile(changed.databaseId, changed.keys);
    });
  };

  /** Encrypts the database with `next` and lets nothing but its slots open it. */
  async function replaceKey(next: MadeKey, step: (step: string) => void = () => undefined): Promise<void> {
    const file = keyFile();
    const present = file.keys.find(({ id }) => id === current().keyId);
    await parts.whileClosed(async (at) => {
      try {
        await parts.rekey(
          {
            file: at.file,
            key: at.key,
            nextKey: next.key,
            both: newKeyFile(file.databaseId, [...(present ? [present] : []), next.entry]),
            after: newKeyFile(file.databaseId, [next.entry]),
          },
          step,
        );
      } finally {
        // Also when only the last step failed: the database is under its new key then.
        if (opensWith(at.file, next.key)) parts.take({ keyId: next.entry.id, key: next.key });
      }
    });
  }

  const make = (openers: Openers) => makeKey(keyFile().databaseId, maker, openers);
  const isOpen = () => slots().some(({ kind }) => kind === 'open');

  function admitAccount(): void {
    if (!system) return;
    const slot = systemSlot(place(), current().key, system, now());
    changeSlots((before) => [...before.filter((one) => !isOfAccount(one, system.account)), slot]);
  }

  return {
    ...(system ? { accountName: system.name } : {}),

    standing: () => keyStanding(slots(), keyFile(), current().keyId, system),

    async admitPassword(foldedName, password) {
      const person = { foldedName, password };
      const real = isOpen() && !(await parts.store.read(readWorkspace))?.demonstration;
      // The key in clear may still be on the disk when its slot is gone: a new one has never been seen.
      if (real) return replaceKey(await make({ thisAccount: true, person }));
      const slot = await passwordSlot(place(), current().key, person, now(), cost);
      changeSlots((before) => [...before.filter((one) => !isOfPerson(one, slot.who)), slot]);
    },

    admits(foldedName) {
      const who = whoOf(keyFile().databaseId, foldedName);
      return slots().some((slot) => isOfPerson(slot, who));
    },

    async dismissPassword(foldedName) {
      const who = whoOf(keyFile().databaseId, foldedName);
      changeSlots((before) => before.filter((one) => !isOfPerson(one, who)));
    },

    async unlock(secret, remember) {
      if (parts.standing().state === 'open') return ok({});
      const seconds = brake.wait();
      if (seconds > 0) return refuse('refused', `Wait ${secondsText(seconds)}, then try again.`);
      const choice = await chooseWith(database, readKeyFiles(database), secret);
      if (choice.kind === 'none') {
        brake.failed();
        return refuse('refused', WRONG[secret.kind]);
      }
      brake.passed();
      const standing = await parts.openChosen(choice);
      if (standing.state === 'open') {
        if (remember) admitAccount();
        return ok({});
      }
      return refuse('not-open', 'why' in standing ? standing.why : 'The database could not be opened.');
    },

    async opensWith(recoveryKey) {
      const bytes = readRecoveryKey(recoveryKey);
      if (!bytes || brake.wait() > 0) return false;
      const found = await findWithSecret(keyFile(), { kind: 'recovery', bytes });
      const opens = found.some(({ key }) => key === current().key);
      if (opens) brake.passed();
      else brake.failed();
      return opens;
    },

    newRecoveryKey(): NewRecoveryKey {
      const fresh = freshRecovery();
      const slot = recoverySlot(place(), current().key, fresh.bytes, now());
      // Until somebody has shown that they hold the new sheet, the old one is the one to rely on.
      changeSlots((before) => [
        ...before.filter((one) => one.kind !== 'recovery' || one.confirmedAt !== undefined),
        slot,
      ]);
      return pending.shown(fresh.recoveryKey, sheetOf(slot));
    },

    confirmRecoveryKey(groups): Result<Record<string, never>> {
      const right = pending.check(groups);
      if (!right.ok) return right;
      changeSlots((before) => {
        const newest = before.findLast(({ kind }) => kind === 'recovery');
        return before.flatMap((one): Slot[] => {
          if (one.kind !== 'recovery') return [one];
          return one === newest ? [{ ...one, confirmedAt: now() }] : [];
        });
      });
      return ok({});
    },

    async change(person, progress) {
      const mayOpen = await checkWayIn(person);
      if (!mayOpen.ok) return mayOpen;
      progress(undefined, 'Changing the key');
      const fresh = freshRecovery();
      const next = await make({
        open: isOpen(),
        thisAccount: slots().some((one) => isOfAccount(one, system?.account)),
        person,
        recovery: fresh.bytes,
      });
      await replaceKey(next, (step) => progress(undefined, STEPS[step] ?? 'Changing the key'));
      const slot = next.entry.slots.find((one) => one.kind === 'recovery');
      return ok(pending.shown(fresh.recoveryKey, sheetOf(slot ?? { madeAt: now() })));
    },

    admitThisAccount(admit) {
      if (!system) return refuse('refused', NO_ACCOUNT);
      if (admit) admitAccount();
      else changeSlots((before) => before.filter((one) => !isOfAccount(one, system.account)));
      return ok({});
    },
  };

  /** After the change somebody must be able to open it even if the new recovery sheet was never printed. */
  async function checkWayIn(person: PersonSecret | undefined): Promise<Result<true>> {
    if (isOpen() || slots().some((one) => isOfAccount(one, system?.account))) {
      if (!person) return ok(true);
    } else if (!person) {
      return refuse(
        'invalid-input',
        'Give your password: without it nobody could open the database afterwards.',
        {
          fields: [{ path: 'password', message: 'Enter your password.' }],
        },
      );
    }
    const file = keyFile();
    const entry = file.keys.find(({ id }) => id === current().keyId);
    const who = whoOf(file.databaseId, person.foldedName);
    const slot = slots().find((one) => one.kind === 'password' && one.who === who);
    const opens =
      entry && slot?.kind === 'password'
        ? await openPassword(placeOf(file.databaseId, entry), slot, person.password)
        : undefined;
    if (opens !== undefined) return ok(true);
    return refuse('invalid-input', 'That is not your password. Nothing was changed.', {
      fields: [{ path: 'password', message: 'Enter the password you sign in with.' }],
    });
  }
}

const isOfAccount = (slot: Slot, account: string | undefined): boolean =>
  slot.kind === 'system' && slot.account === account;

const isOfPerson = (slot: Slot, who: string): boolean => slot.kind === 'password' && slot.who === who;

const WRONG = {
  recovery:
    'That recovery key does not open this database. Look which sheet is the newest, and type its seven groups again.',
  password: 'That name and password do not open this database. Try again, or use the recovery key.',
};

const STEPS: Readonly<Record<string, string>> = {
  held: 'Copying the database',
  copied: 'Encrypting the copy with the new key',
  encrypted: 'Checking every page of the copy',
  checked: 'Putting the copy in place',
};

const secondsText = (seconds: number): string => (seconds === 1 ? 'a second' : `${seconds} seconds`);
