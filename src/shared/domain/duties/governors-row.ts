import type { GovernorsRule } from './rules/types.ts';
import type { DutyCase } from './types.ts';

/**
 * The row of the governors' table that a case falls under: the first that matches, the examination before all. The
 * term's total decides, strictly: 5.5 days are over 5. Undefined only for a case without any half day.
 */
export function governorsRow(
  dutyCase: Pick<DutyCase, 'ruleSet' | 'exclusion' | 'term' | 'examsMissed'>,
): GovernorsRule | undefined {
  const { ruleSet, exclusion, term, examsMissed } = dutyCase;
  return ruleSet.governors.find((row) => {
    if (row.when === 'examination-missed') return examsMissed.length > 0;
    if (row.when === 'permanent') return exclusion.kind === 'permanent';
    return exclusion.kind !== 'permanent' && (term?.after ?? 0) > (row.overTermDays ?? 0) * 2;
  });
}
