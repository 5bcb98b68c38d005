import type { ProblemList } from './file-problems.ts';
import { createRepeatedExclusionCheck } from './repeated-exclusion.ts';
import type { ReturnLines, ReturnPupil } from './return-document.ts';

/** One pupil of a file, with the line and element of the pupil and of each exclusion. */
interface FoundPupil {
  readonly pupil: ReturnPupil;
  readonly line: number;
  readonly element: string;
  readonly at: readonly { readonly line: number; readonly element: string }[];
}

/** Gathers the pupils of an XML return one by one, and reports those and exclusions that are in it twice. */
export function createPupilCollector(problems: ProblemList) {
  const pupils: ReturnPupil[] = [];
  const lines: ReturnLines[number][] = [];
  const seen = new Map<string, { readonly line: number; readonly onRoll: boolean }>();
  const checkRepeated = createRepeatedExclusionCheck(problems);
  return {
    pupils: pupils as readonly ReturnPupil[],
    lines: lines as ReturnLines,
    add: (found: FoundPupil): void => {
      const { pupil, line, at } = found;
      reportSecondRecord(seen, found, problems);
      for (const [index, exclusion] of pupil.exclusions.entries()) {
        checkRepeated(pupil.upn, exclusion, at[index] ?? found);
      }
      pupils.push(pupil);
      lines.push({ pupil: line, exclusions: at.map((one) => one.line) });
    },
  };
}

/** The same UPN twice in one list is a mistake; once in each list is a pupil who left and came back. */
function reportSecondRecord(
  seen: Map<string, { readonly line: number; readonly onRoll: boolean }>,
  { pupil: { upn, onRoll }, line, element }: FoundPupil,
  problems: ProblemList,
): void {
  const first = seen.get(upn);
  if (first === undefined) {
    seen.set(upn, { line, onRoll });
    return;
  }
  const parts = {
    line,
    element,
    value: upn,
    message: `This UPN is in the file twice: on line ${String(first.line)} and on line ${String(line)}.`,
  };
  if (first.onRoll === onRoll) {
    problems.error({
      ...parts,
      remedy: 'Two pupils cannot share a UPN. The school must correct it and send the return again.',
    });
  } else {
    problems.warning({ ...parts, remedy: 'Nothing need be done if the pupil left and came back.' });
  }
}
