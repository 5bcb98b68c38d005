import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { periodName } from '#shared/text/period-words.ts';
import type { FileProblem } from '#shared/kernel/result.ts';
import { createProblemList } from '../exchange/file-problems.ts';
import type { ReturnDocument, ReturnLines } from '../exchange/return-document.ts';

/** Exclusions that start outside the period that the file is for (rule X13; the department's rule 2290 refuses them too). */
export function checkWindow(document: ReturnDocument, lines: ReturnLines): readonly FileProblem[] {
  const { period } = document;
  const { from, to } = period;
  const outside = document.pupils.some(({ exclusions }) =>
    exclusions.some(({ startDate }) => startDate < from || startDate > to),
  );
  if (!outside) return [];
  const problems = createProblemList();
  for (const [at, pupil] of document.pupils.entries()) {
    for (const [which, { startDate }] of pupil.exclusions.entries()) {
      if (startDate >= from && startDate <= to) continue;
      problems.error({
        line: lines[at]?.exclusions[which],
        element: 'start date',
        value: startDate,
        rule: 'X13',
        message: `This exclusion starts outside the window of the ${periodName(period)}, which is ${formatDate(from)} to ${formatDate(to)}.`,
        remedy: 'The school must make the return for the right census and send it again.',
      });
    }
  }
  return problems.all();
}
