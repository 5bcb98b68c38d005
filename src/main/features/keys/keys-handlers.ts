import { refuse, type Result } from '#shared/kernel/result.ts';
import type { Context, Handlers } from '../context.ts';
import type { KeyDesk } from '../office-desk.ts';
import { changeKey } from './change-key.ts';
import { keysStatus } from './keys-status.ts';
import { noteKeys } from './note-keys.ts';
import { unlockKeys } from './unlock-keys.ts';

type KeysOperations =
  | 'keys.status'
  | 'keys.unlock'
  | 'keys.new-recovery-key'
  | 'keys.confirm-recovery-key'
  | 'keys.change'
  | 'keys.this-account';

/** What opens the database: asked, typed, printed and changed. */
export const keysHandlers: Pick<Handlers, KeysOperations> = {
  'keys.status': keysStatus,
  'keys.unlock': unlockKeys,
  'keys.new-recovery-key': async (context) =>
    withKeys(context, async (keys) => {
      const made = keys.newRecoveryKey();
      await noteKeys(context, { sheet: made.sheet });
      return { ok: true, value: { ...made, ask: [...made.ask] } };
    }),
  'keys.confirm-recovery-key': async (context, { groups }) =>
    withKeys(context, async (keys) => {
      const confirmed = keys.confirmRecoveryKey(groups);
      if (confirmed.ok) await noteKeys(context, { sheet: keys.standing().recovery?.sheet });
      return confirmed;
    }),
  'keys.change': changeKey,
  'keys.this-account': async (context, { admit }) =>
    withKeys(context, async (keys) => {
      const done = keys.admitThisAccount(admit);
      if (done.ok) await noteKeys(context, { admit });
      return done;
    }),
};

const NO_KEYS = refuse(
  'refused',
  'This database is kept on a server, which looks after its keys. Nothing was changed.',
);

const withKeys = async <T>(
  { keys }: Pick<Context, 'keys'>,
  work: (keys: KeyDesk) => Promise<Result<T>>,
): Promise<Result<T>> => (keys ? work(keys) : NO_KEYS);
