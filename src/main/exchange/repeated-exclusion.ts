import type { ProblemList } from './file-problems.ts';
import { AT_SOURCE } from './return-field-checks.ts';
import type { ReturnExclusion } from './return-document.ts';

/**
 * Reports an exclusion that the same return seems to have already, naming both lines: one that is the same in everything
 * the layout carries, or a second permanent one, refuses the file. Two of a kind from the same day that differ are
 * lawful, one for each half of the day, and only told of.
 */
export function createRepeatedExclusionCheck(
  problems: ProblemList,
): (
  upn: string,
  exclusion: ReturnExclusion,
  at: { readonly line: number; readonly element: string },
) => void {
  const seen = new Map<string, { readonly line: number; readonly exclusion: ReturnExclusion }[]>();
  return (upn, exclusion, at) => {
    const key = `${upn} ${exclusion.category} ${exclusion.startDate}`;
    const here = { line: at.line, exclusion };
    const earlier = seen.get(key);
    const first = earlier?.[0];
    if (earlier === undefined || first === undefined) {
      seen.set(key, [here]);
      return;
    }
    // Readers put the parts in one order, so equal records have equal texts.
    const content = JSON.stringify(exclusion);
    const same =
      exclusion.category === 'PERM'
        ? first
        : earlier.find((one) => JSON.stringify(one.exclusion) === content);
    earlier.push(here);
    if (same !== undefined) {
      problems.error({
        ...at,
        value: key,
        message: `This pupil's exclusion is in the file twice: on line ${String(same.line)} and on line ${String(at.line)}.`,
        remedy: `Nothing in the file tells the two apart. ${AT_SOURCE}`,
      });
      return;
    }
    problems.warning({
      ...at,
      value: key,
      message: `Two exclusions of this pupil of the same kind start on the same day: on line ${String(first.line)} and on line ${String(at.line)}.`,
      remedy:
        'Both were kept. If they were not for the two halves of the day, ask the school which is right.',
    });
  };
}
