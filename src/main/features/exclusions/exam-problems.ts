import { formatSession } from '#shared/domain/calendar/format-date.ts';
import type { DutyCase } from '#shared/domain/duties/types.ts';
import type { Problem } from './draft.ts';

/** Named in one sentence; more are counted. */
const NAMED = 3;

/** What examinations and national tests the pupil would miss: the governors then have to look at it whatever its length. */
export function examProblems({ examsMissed, ruleSet }: DutyCase): Problem[] {
  if (examsMissed.length === 0) return [];
  const named = examsMissed.slice(0, NAMED).map((exam) => `${exam.name} (${formatSession(exam)})`);
  const more = examsMissed.length - named.length;
  const list = more > 0 ? `${named.join(', ')} and ${String(more)} more` : named.join(' and ');
  return [
    {
      severity: 'warning',
      message: `The pupil would miss ${list}. The ${ruleSet.words.governors} must look at it whatever its length, before the examination if that can be done; think of letting the pupil sit it.`,
    },
  ];
}
