import type { Duty } from '#shared/domain/duties/types.ts';

const OWNER_SHOWN = new Set(['education-start', 'review-apply']);

/** Where the same duty is law at one time and guidance at another. */
const LAW_SHOWN = /^(reintegration-meeting|tell-cancelled-.*)$/;

function written(duty: Duty): string {
  const { key, withoutDelay, notBefore, dueSlot, owedBy, basis } = duty;
  const more = [
    notBefore === undefined ? '' : `from ${notBefore}`,
    dueSlot ?? '',
    OWNER_SHOWN.has(key) ? `by ${owedBy}` : '',
    basis === 'promise' ? 'promise' : '',
    basis === 'law' && LAW_SHOWN.test(key) ? 'law' : '',
  ].filter((text) => text !== '');
  return `${key}${withoutDelay ? '!' : ''}${more.length === 0 ? '' : ` (${more.join(', ')})`}`;
}

/** Duties as the tables write them: a line a day, in order, those without a day last. */
export function writeDuties(duties: readonly Duty[]): readonly string[] {
  const byDay = new Map<string, string[]>();
  for (const duty of duties) {
    const day = duty.dueBy ?? 'no day    ';
    byDay.set(day, [...(byDay.get(day) ?? []), written(duty)]);
  }
  return [...byDay]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, keys]) => `${day}  ${keys.toSorted().join('; ')}`);
}
