import { problem } from '../exchange/file-problems.ts';
import type { FileProblem } from '#shared/kernel/result.ts';
import type { ReadOrder, ReadTask } from './types.ts';

/** A school's number standing by itself in a file's name, as in `2014001_exclusions_SPR2026_001.xml`. */
const NUMBER_IN_NAME = /(?<!\d)\d{7}(?!\d)/g;

/** The authority's schools whose numbers are in the name of a file, its folders apart. */
export const schoolsNamed = (name: string, authority: string): readonly string[] =>
  (name.slice(name.lastIndexOf('/') + 1).match(NUMBER_IN_NAME) ?? []).filter((number) =>
    number.startsWith(authority),
  );

/**
 * Whether the return is of the authority and of the school that it was sent as: the one chosen, the one that sealed it,
 * or the one whose number is in the file's name. Undefined where it is.
 */
export function checkSender(
  { la, estab }: { readonly la: string; readonly estab: string },
  task: Pick<ReadTask, 'name' | 'laEstab'>,
  { authority, laEstab: chosen }: Pick<ReadOrder, 'authority' | 'laEstab'>,
): { readonly message: string; readonly problem: FileProblem } | undefined {
  const laEstab = la + estab;
  const wrong = (message: string, remedy: string) => ({
    message: `Not imported: ${message} ${remedy}`,
    problem: problem('error', {
      element: 'school number',
      value: laEstab,
      message: `${message.charAt(0).toUpperCase()}${message.slice(1)}`,
      remedy,
    }),
  });
  if (la !== authority) {
    return wrong(
      `the file is from a school of authority ${la}, and this is ${authority}.`,
      'Send it to that authority.',
    );
  }
  if (task.laEstab !== undefined && task.laEstab !== laEstab) {
    return wrong(
      `the file was sealed by school ${task.laEstab} and says that it is of ${laEstab}.`,
      'Ask that school, by telephone, whether it sent the file.',
    );
  }
  if (chosen !== undefined && chosen !== laEstab) {
    return wrong(
      `the file says that it is of school ${laEstab}, and school ${chosen} was chosen.`,
      'Choose the right file, or import it without choosing a school.',
    );
  }
  const named = schoolsNamed(task.name, authority);
  if (named.length === 0 || named.includes(laEstab)) return undefined;
  return wrong(
    `the file’s name says school ${named.join(', ')}, and what is in it says ${laEstab}.`,
    'Ask the sender which is right, and rename the file or have the return made again.',
  );
}
