import { formatDate } from '#shared/domain/calendar/format-date.ts';
import type { FileProblem, Result } from '#shared/kernel/result.ts';
import { ok } from '#shared/kernel/result.ts';
import type { CensusContent } from '../../exchange/census-xml-read.ts';
import { createProblemList, refuseFile } from '../../exchange/file-problems.ts';
import { periodName } from '#shared/text/period-words.ts';

/**
 * What the readers cannot know: whether the exclusions start in the window of the census that the file is for (rule
 * X13; the department's rule 2290 refuses others) and whether the school is one we have heard of (X22, a warning).
 */
export function checkReceived(
  { document, lines }: Pick<CensusContent, 'document' | 'lines'>,
  isKnownSchool: boolean,
): Result<readonly FileProblem[]> {
  const problems = createProblemList();
  const { period, school } = document;
  for (const [at, pupil] of document.pupils.entries()) {
    for (const [which, { startDate }] of pupil.exclusions.entries()) {
      if (startDate >= period.from && startDate <= period.to) continue;
      problems.error({
        line: lines[at]?.exclusions[which],
        element: 'start date',
        value: startDate,
        message: `This exclusion starts outside the window of the ${periodName(period)}, which is ${formatDate(period.from)} to ${formatDate(period.to)}.`,
        remedy: 'The school must make the return for the right census and send it again.',
      });
    }
  }
  if (problems.errorCount() > 0) return refuseFile(problems.all());
  if (!isKnownSchool) {
    problems.warning({
      element: 'school number',
      value: school.la + school.estab,
      message: 'This school is not in the national list.',
      remedy: 'Check the number with the school. A school opened lately may be missing from the list.',
    });
  }
  return ok(problems.warnings());
}
