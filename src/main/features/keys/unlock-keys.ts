import { foldPersonName } from '#shared/domain/people/fold-person-name.ts';
import type { ParsedInput } from '#shared/contract/contract.ts';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import { readRecoveryKey } from '../../security/keys/recovery-key.ts';
import type { Secret } from '../../security/keys/slots.ts';
import type { Handler } from '../context.ts';
import { noteKeys } from './note-keys.ts';

/** Opens the database with what was typed; that it was opened so is its first entry in the audit trail. */
export const unlockKeys: Handler<'keys.unlock'> = async (context, { secret: typed, remember }) => {
  const { keys, office } = context;
  if (!keys || office?.standing().state === 'open') return ok({});
  const secret = secretOf(typed);
  if (!secret.ok) return secret;
  const opened = await keys.unlock(secret.value, remember);
  if (opened.ok) await noteKeys(context, { openedWith: typed.kind });
  return opened;
};

function secretOf(typed: ParsedInput<'keys.unlock'>['secret']): Result<Secret> {
  if (typed.kind === 'password')
    return ok({ kind: 'password', foldedName: foldPersonName(typed.name), password: typed.password });
  const bytes = readRecoveryKey(typed.recoveryKey);
  if (bytes) return ok({ kind: 'recovery', bytes });
  return refuse('invalid-input', 'That is no whole recovery key. Nothing was opened.', {
    fields: [
      {
        path: 'secret.recoveryKey',
        message:
          'Type all seven groups of the sheet. A character is missing, or one is another than on the sheet.',
      },
    ],
  });
}
