import { composeLetter } from '../../domain/letters/compose-letter.ts';
import { letterFlags } from '../../domain/letters/letter-flags.ts';
import type { ComposedLetter, LetterFacts, LetterId } from '../../domain/letters/types.ts';
import { GAPS } from './gap-definitions.ts';
import { gapValues } from './gap-values.ts';
import { LETTER_TEMPLATES } from './letter-templates.ts';
import { letterWords } from './letter-words.ts';

/**
 * One letter of a case as it would print: the template's paragraphs that hold, in the words of the case's rule set, with
 * what the record says and what was typed into the gaps (by gap key). Pure.
 */
export function writeLetter(
  id: LetterId,
  facts: LetterFacts,
  typed: Readonly<Record<string, string>>,
): ComposedLetter {
  return composeLetter({
    template: LETTER_TEMPLATES[id],
    flags: letterFlags(facts),
    words: letterWords(facts),
    gaps: GAPS,
    values: gapValues(facts),
    typed,
  });
}
