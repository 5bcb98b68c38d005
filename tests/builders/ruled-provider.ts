import { NO_RULES } from '#shared/domain/providers/no-rules.ts';
import type { ProviderKind, ProviderRules, ProviderSession } from '#shared/domain/providers/types.ts';
import type { BookApp } from './provider-book.ts';
import { wholeWeek } from './provider-book.ts';

/** Adds a provider with rules of admission, open all week unless its sessions are given; gives its id. */
export async function ruledProvider(
  app: BookApp,
  name: string,
  {
    kind = 'la-centre',
    capacity = 12,
    sessions = wholeWeek(capacity),
    ...rules
  }: Partial<ProviderRules> & {
    readonly kind?: ProviderKind;
    readonly capacity?: number;
    readonly sessions?: ProviderSession[];
  } = {},
): Promise<string> {
  const all = { ...NO_RULES, ...rules };
  const form = {
    kind,
    name,
    sessions,
    rules: { ...all, yearGroups: [...all.yearGroups], papers: [...all.papers], courses: [...all.courses] },
  };
  return (await app.must('providers.save', form)).id;
}

/** Both sessions of days of November 2025. */
export const daysOfNovember = (...days: readonly number[]) =>
  days.flatMap((day) =>
    (['am', 'pm'] as const).map((slot) => ({ date: `2025-11-${String(day).padStart(2, '0')}`, slot })),
  );
