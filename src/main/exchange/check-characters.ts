import type { ImportProblem } from './file-problems.ts';
import { problem } from './file-problems.ts';
import type { ReturnDocument } from './return-document.ts';
import { hasImpossibleCharacter } from './xml-escape.ts';

/**
 * Finds texts of a return with characters that no file may hold (a control character pasted into a name).
 * Their removal is a decision for a person: a name is not ours to change.
 */
export function findImpossibleCharacters(document: ReturnDocument): readonly ImportProblem[] {
  const { pupils, ...head } = document;
  const places = [
    { where: 'The return', element: 'Header', values: head },
    ...pupils.map((pupil) => ({ where: `The record of ${pupil.upn}`, element: pupil.upn, values: pupil })),
  ];
  return places.flatMap(({ where, element, values }) =>
    textsIn(values)
      .filter(hasImpossibleCharacter)
      .map((value) =>
        problem('error', {
          element,
          value,
          message: `${where} holds a character that cannot be written to a file.`,
          remedy: 'Type the value again, without pasting, and make the return again.',
        }),
      ),
  );
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
