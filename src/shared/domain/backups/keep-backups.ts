import { addDays, weekdayOf } from '../../kernel/plain-date.ts';
import type { KeptBackup } from './types.ts';

/** What is promised: everything of a day, then the last of each day, week and term. */
export const KEPT = { hours: 24, days: 14, weeks: 8, terms: 9, steps: 10 } as const;

/**
 * Names of the backups that may go. Of those made until `now` these stay: all of the last 24 hours; the last one of each
 * of the newest 14 days, 8 weeks (from Monday) and 9 terms (September, January, May: three years) in which any was made;
 * the newest ten that were made by hand or before an import, a restore or another large step. Periods without a backup
 * are not counted, so that a clock set far ahead, or a long holiday, costs nothing. Backups from after `now` (the clock
 * was set back) all stay, and so does the newest one. Days are UTC days. Give only backups that were found good.
 */
export function backupsToRemove(backups: readonly KeptBackup[], now: string): readonly string[] {
  const past = backups.filter(({ at }) => at <= now).toSorted(newestFirst);
  const dayBefore = new Date(Date.parse(now) - KEPT.hours * 3_600_000).toISOString();
  const steps = past.filter(({ reason }) => reason !== 'timer' && reason !== 'at-close');
  const kept = new Set(
    [
      past.slice(0, 1),
      past.filter(({ at }) => at >= dayBefore),
      lastOfEach(past, dayOf, KEPT.days),
      lastOfEach(past, weekOf, KEPT.weeks),
      lastOfEach(past, termOf, KEPT.terms),
      steps.slice(0, KEPT.steps),
    ]
      .flat()
      .map(({ name }) => name),
  );
  return past.filter(({ name }) => !kept.has(name)).map(({ name }) => name);
}

const newestFirst = (a: KeptBackup, b: KeptBackup): number =>
  b.at.localeCompare(a.at) || b.name.localeCompare(a.name);

const dayOf = ({ at }: KeptBackup): string => at.slice(0, 10);

function weekOf(backup: KeptBackup): string {
  const day = dayOf(backup);
  return addDays(day, 1 - weekdayOf(day));
}

/** A third of a year, each beginning with a term: January, May, September. */
const termOf = ({ at }: KeptBackup): string =>
  `${at.slice(0, 4)}-${Math.floor((Number(at.slice(5, 7)) - 1) / 4)}`;

/** The newest of each of the newest `periods` periods; `sorted` has the newest first. */
function lastOfEach(
  sorted: readonly KeptBackup[],
  periodOf: (backup: KeptBackup) => string,
  periods: number,
): readonly KeptBackup[] {
  const last = new Map<string, KeptBackup>();
  for (const backup of sorted) {
    const period = periodOf(backup);
    if (!last.has(period)) last.set(period, backup);
  }
  return [...last.values()].slice(0, periods);
}
