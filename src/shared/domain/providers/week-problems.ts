import type { FieldError } from '../../kernel/result.ts';
import type { ProviderSession } from './types.ts';

/**
 * What is wrong with a provider's ordinary week, by field (`sessions.3.ends`): a half day given twice, one that ends
 * before it starts, or two of one day at the same time: a pupil who is there all day cannot be taught twice at once.
 * Times are `HH:MM`, so that texts compare as times.
 */
export function weekProblems(sessions: readonly ProviderSession[]): readonly FieldError[] {
  return sessions.flatMap((session, at) => {
    const { weekday, slot, starts, ends } = session;
    const earlier = sessions.slice(0, at).filter((other) => other.weekday === weekday);
    const problems: FieldError[] = [];
    if (earlier.some((other) => other.slot === slot)) {
      problems.push({ path: `sessions.${String(at)}.slot`, message: 'This half day is given twice.' });
    } else if (earlier.some((other) => other.starts < ends && starts < other.ends)) {
      problems.push({
        path: `sessions.${String(at)}.starts`,
        message: 'The two halves of a day must not run at the same time.',
      });
    }
    if (ends <= starts) {
      problems.push({ path: `sessions.${String(at)}.ends`, message: 'It must end after it starts.' });
    }
    return problems;
  });
}
