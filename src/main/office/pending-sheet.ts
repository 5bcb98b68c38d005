import { randomInt } from 'node:crypto';
import { ok, refuse, type Result } from '#shared/kernel/result.ts';
import type { NewRecoveryKey, TypedGroup } from '../features/office-desk.ts';
import { GROUPS, isGroupOf } from '../security/keys/recovery-key.ts';

/** The recovery key that was shown last and is not confirmed yet; forgotten when the program ends. */
export function makePendingSheet() {
  let shown: NewRecoveryKey | undefined;
  return {
    shown(
      recoveryKey: string,
      { mark, madeAt }: { readonly mark: string; readonly madeAt: string },
    ): NewRecoveryKey {
      const first = randomInt(1, GROUPS + 1);
      const second = 1 + ((first - 1 + randomInt(1, GROUPS)) % GROUPS);
      shown = { recoveryKey, sheet: mark, madeAt, ask: [first, second].toSorted((a, b) => a - b) };
      return shown;
    },
    /** Whether the groups that were asked for were typed back. */
    check(typed: readonly TypedGroup[]): Result<true> {
      const key = shown;
      if (!key) {
        return refuse(
          'refused',
          'First Day was started again since that recovery key was shown. Print a new one and throw that sheet away.',
        );
      }
      const wrong = key.ask.filter(
        (group) => !typed.some((one) => one.group === group && isGroupOf(key.recoveryKey, group, one.typed)),
      );
      if (wrong.length > 0) {
        return refuse(
          'invalid-input',
          'That is not what the sheet says. Look at it and type the groups again.',
          {
            fields: wrong.map((group) => ({
              path: `group${group}`,
              message: `Type group ${group} of the sheet.`,
            })),
          },
        );
      }
      shown = undefined;
      return ok(true);
    },
  };
}
