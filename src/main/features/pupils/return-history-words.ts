import { z } from 'zod';
import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import { STEP_TITLES } from '#shared/text/reintegration-words.ts';

const noted = z.object({
  reintegration: z.object({ after: z.object({ heldOn: z.string().nullable() }) }),
});
const looks = z.object({ looks: z.object({ after: z.array(z.object({ dueOn: z.string() })) }) });
const kind = z.object({
  kind: z.enum(['one-week', 'four-weeks', 'part-time', 'restorative', 'other']),
  dueOn: z.string(),
});
const step = z.object({
  step: z.object({ before: kind.nullable(), after: kind.nullable() }),
});

const sayStep = (detail: unknown, done: string): string | undefined => {
  const { before, after } = step.safeParse(detail).data?.step ?? {};
  const one = after ?? before;
  return one ? `${done}: ${STEP_TITLES[one.kind]}, ${formatShortDate(one.dueOn)}` : undefined;
};

/** What was noted about the way back after an exclusion, in words by operation; without names and accounts. */
export const RETURN_HISTORY_WORDS: Readonly<Record<string, (detail: unknown) => string | undefined>> = {
  'reintegration.save': (detail) => {
    const read = noted.safeParse(detail).data;
    const heldOn = read?.reintegration.after.heldOn;
    if (read === undefined) return undefined;
    return heldOn
      ? `Noted the reintegration meeting of ${formatShortDate(heldOn)}`
      : 'Noted the way back to school';
  },
  'reintegration.plan-looks': (detail) => {
    const read = looks.safeParse(detail).data;
    return (
      read &&
      `Named who looks in on ${read.looks.after.map(({ dueOn }) => formatShortDate(dueOn)).join(' and ')}`
    );
  },
  'reintegration.add-step': (detail) => sayStep(detail, 'Agreed for after the return'),
  'reintegration.finish-step': (detail) => sayStep(detail, 'Done after the return'),
  'reintegration.remove-step': (detail) => sayStep(detail, 'Taken away from what follows the return'),
};
