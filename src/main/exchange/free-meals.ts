import type { ProblemList } from './file-problems.ts';
import type { RawField } from './pupil-check.ts';
import { readTruth } from './pupil-values.ts';
import { trimmed } from './return-field-checks.ts';

/** Whether a pupil is eligible for free school meals. Most files do not say, so that is no warning; a wrong value is. */
export function readFreeMeals(at: RawField, problems: ProblemList): boolean | undefined {
  if (trimmed(at) === '') return undefined;
  const known = readTruth(trimmed(at));
  if (known === undefined) {
    problems.warning({
      line: at.line,
      element: at.element,
      value: at.text,
      message: 'This must be true or false, so it was left out.',
      remedy: 'Nothing need be done unless you want free school meals in the figures.',
    });
  }
  return known;
}
