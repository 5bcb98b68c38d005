import type { Handler } from '../context.ts';
import { toShared } from '../to-shared.ts';

/** Whether the database is open; anybody may ask, so that it tells numbers and no names. */
export const keysStatus: Handler<'keys.status'> = async ({ office, keys, shared }) => {
  const standing = office?.standing() ?? { state: 'open' as const };
  const accountName = keys?.accountName;
  return {
    ok: true,
    value: {
      state: standing.state,
      ...('why' in standing ? { why: standing.why } : {}),
      ...(keys && standing.state === 'open' ? { keys: keys.standing() } : {}),
      ...(shared ? { shared: toShared(shared.about) } : {}),
      ...(accountName === undefined ? {} : { accountName }),
    },
  };
};
