import type { ReasonFact, RiskReason } from './types.ts';

/**
 * The reasons of an open entry with what is met now: a further criterion is added, one that is known takes its newest
 * facts and keeps its day. What is no longer met stays: a person signs off. Undefined when nothing is new.
 */
export function addReasons(
  kept: readonly RiskReason[],
  met: readonly RiskReason[],
): readonly RiskReason[] | undefined {
  if (!bringsNews(kept, met)) return undefined;
  const newest = new Map(met.map((reason) => [reason.criterionId, reason]));
  const known = new Set(kept.map(({ criterionId }) => criterionId));
  return [
    ...kept.map((reason) => {
      const now = newest.get(reason.criterionId);
      return now !== undefined && isNews(reason.fact, now.fact) ? { ...now, on: reason.on } : reason;
    }),
    ...met.filter(({ criterionId }) => !known.has(criterionId)),
  ];
}

/**
 * Whether anything is met that was not known. After a sign-off the same exclusions, the same figure of attendance and
 * care that goes on raise no second entry; a further exclusion or a new figure does.
 */
export const bringsNews = (known: readonly RiskReason[], met: readonly RiskReason[]): boolean =>
  met.some(({ criterionId, fact }) => {
    const before = known.find((reason) => reason.criterionId === criterionId);
    return before === undefined || isNews(before.fact, fact);
  });

function isNews(before: ReasonFact, now: ReasonFact): boolean {
  if (before.kind === 'excluded-times' && now.kind === 'excluded-times')
    return now.excludedOn.some((day) => !before.excludedOn.includes(day));
  if (before.kind === 'placed-times' && now.kind === 'placed-times')
    return now.placedOn.some((day) => !before.placedOn.includes(day));
  if (before.kind === 'excluded-days' && now.kind === 'excluded-days')
    return now.schoolYear !== before.schoolYear || now.halfDays > before.halfDays;
  if (before.kind === 'attendance-below' && now.kind === 'attendance-below')
    return now.on !== before.on || now.percent !== before.percent;
  if (before.kind === 'by-hand' && now.kind === 'by-hand') return now.note !== before.note;
  return before.kind !== now.kind;
}
