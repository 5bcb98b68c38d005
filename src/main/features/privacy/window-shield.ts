import { refuse } from '#shared/kernel/result.ts';
import type { Handler } from '../context.ts';

export const readWindow: Handler<'privacy.window'> = async ({ shield }) => ({
  ok: true,
  value: { supported: shield?.supported ?? false, hidden: shield?.hidden() ?? false },
});

/** A setting of this PC, not of the database: another PC may have to show its window to a meeting. */
export const setWindow: Handler<'privacy.set-window'> = async ({ shield, change }, { hidden }) => {
  if (shield === undefined || (hidden && !shield.supported)) {
    return refuse(
      'refused',
      'This system cannot keep one window out of a shared screen. Nothing was changed. The curtain (Ctrl+Shift+H) hides names on every system.',
    );
  }
  const noted = await change(async () => ({
    ok: true,
    value: {
      value: { hidden },
      audit: { subjectType: 'privacy', subjectId: 'shared-screens', detail: { hidden } },
    },
  }));
  if (noted.ok) shield.hide(hidden);
  return noted;
};
