import type { LetterBlock, Letterhead } from '#shared/domain/letters/types.ts';

/** Everything that stands on the paper, and nothing else: what PDF and Word are made from, and what is kept as sent. */
export interface LetterDocument {
  readonly title: string;
  readonly letterhead: Letterhead;
  readonly blocks: readonly LetterBlock[];
}

/** A line as plain text; a gap that nothing fills is marked, so that a print of an unfinished letter is plainly one. */
export const lineText = (line: LetterBlock['lines'][number]): string =>
  line
    .map((run) => (run.type === 'gap' && run.text === '' ? '[…]' : run.text))
    .join('')
    .trimEnd();
