import { isDeepStrictEqual } from 'node:util';
import type { Result } from '#shared/kernel/result.ts';
import type { CensusContent } from './census-xml-read.ts';
import type { ImportProblem } from './file-problems.ts';
import { problem } from './file-problems.ts';
import type { ReturnDocument, ReturnPupil } from './return-document.ts';

const REMEDY =
  'Correct the record and make the return again. If all looks right, send the support this message.';

/**
 * What a file that was just written lost or changed, told by reading it again: a value of a form that its layout does
 * not have must never leave the school as something else. Nothing when the file says what the document says.
 */
export function findNotReadBack(
  written: ReturnDocument,
  read: Result<Pick<CensusContent, 'document'>>,
): readonly ImportProblem[] {
  if (!read.ok) {
    const errors = read.error.problems?.filter(({ severity }) => severity === 'error') ?? [];
    return errors.length > 0 ? errors : [problem('error', { message: read.error.message, remedy: REMEDY })];
  }
  const { pupils, ...head } = written;
  const { pupils: pupilsBack, ...headBack } = read.value.document;
  const where = isDeepStrictEqual(head, headBack) ? changedPupils(pupils, pupilsBack) : ['Header'];
  return where.map((element) =>
    problem('error', {
      element,
      message: 'A value here has a form that this format cannot hold.',
      remedy: REMEDY,
    }),
  );
}

function changedPupils(pupils: readonly ReturnPupil[], back: readonly ReturnPupil[]): readonly string[] {
  const changed = pupils.filter((pupil, at) => !isDeepStrictEqual(pupil, back[at])).map(({ upn }) => upn);
  return changed.length === 0 && back.length !== pupils.length ? ['Pupils'] : changed;
}
