import type { DutyWhen } from './rules/types.ts';
import type { DutyCase } from './types.ts';

function touchedDays({ exclusion, index }: DutyCase): number {
  if (exclusion.last === undefined) return Infinity;
  return index.schoolDaysBetween(exclusion.start.date, exclusion.last.date).length;
}

/** Whether a condition of a rule set holds for a case. The term's total is compared strictly, in half days. */
export function matchesWhen(when: DutyWhen, dutyCase: DutyCase): boolean {
  if ('all' in when) return when.all.every((one) => matchesWhen(one, dutyCase));
  if ('any' in when) return when.any.some((one) => matchesWhen(one, dutyCase));
  if ('not' in when) return !matchesWhen(when.not, dutyCase);
  if ('kinds' in when) return when.kinds.includes(dutyCase.exclusion.kind);
  if ('termOver' in when) return (dutyCase.term?.after ?? 0) > when.termOver * 2;
  if ('examination' in when) return dutyCase.examsMissed.length > 0;
  if ('phases' in when) return when.phases.includes(dutyCase.schoolPhase);
  if ('touchesDays' in when) return touchedDays(dutyCase) >= when.touchesDays;
  const { inCare, hasSocialWorker, hasHomeAuthority } = dutyCase.pupil;
  return { 'in-care': inCare, 'social-worker': hasSocialWorker, 'home-authority': hasHomeAuthority }[
    when.pupil
  ];
}
