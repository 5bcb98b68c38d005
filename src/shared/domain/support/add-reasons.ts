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
  const newest = new Map(met.map((reason) => [knownOf(kept, reason, met), reason]));
  return [
    ...kept.map((reason) => {
      const now = newest.get(reason);
      return now !== undefined && isNews(reason.fact, now.fact) ? { ...now, on: reason.on } : reason;
    }),
    ...met.filter((reason) => knownOf(kept, reason, met) === undefined),
  ];
}

/**
 * Whether anything is met that was not known. After a sign-off the same exclusions, the same figure of attendance and
 * care that goes on raise no second entry; a further exclusion or a new figure does.
 */
export const bringsNews = (known: readonly RiskReason[], met: readonly RiskReason[]): boolean =>
  met.some((reason) => {
    const before = knownOf(known, reason, met);
    return before === undefined || isNews(before.fact, reason.fact);
  });

/**
 * The known reason that a met one is again: of the same criterion, or of one of its kind and category that is met no more
 * because other criteria took the place of those it was found by.
 */
function knownOf(
  known: readonly RiskReason[],
  { criterionId, category, fact }: RiskReason,
  met: readonly RiskReason[],
): RiskReason | undefined {
  const same = known.find((reason) => reason.criterionId === criterionId);
  if (same !== undefined) return same;
  const name = fact.kind === 'by-hand' ? fact.name : undefined;
  return known.find(
    (reason) =>
      reason.category === category &&
      reason.fact.kind === fact.kind &&
      (reason.fact.kind === 'by-hand' ? reason.fact.name : undefined) === name &&
      met.every((one) => one.criterionId !== reason.criterionId),
  );
}

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
