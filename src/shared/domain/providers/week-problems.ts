import type { FieldError } from '../../kernel/result.ts';
import type { ProviderSession } from './types.ts';

/**
 * What is wrong with a provider's ordinary week, by field (`sessions.3.ends`): a half day given twice, or one that
 * ends before it starts. Times are `HH:MM`, so that texts compare as times.
 */
export function weekProblems(sessions: readonly ProviderSession[]): readonly FieldError[] {
  const seen = new Set<string>();
  return sessions.flatMap(({ weekday, slot, starts, ends }, at) => {
    const key = `${String(weekday)} ${slot}`;
    const problems: FieldError[] = [];
    if (seen.has(key)) {
      problems.push({ path: `sessions.${String(at)}.slot`, message: 'This half day is given twice.' });
    }
    if (ends <= starts) {
      problems.push({ path: `sessions.${String(at)}.ends`, message: 'It must end after it starts.' });
    }
    seen.add(key);
    return problems;
  });
}
