import type { LetterBlock, Letterhead } from '#shared/domain/letters/types.ts';

/** Everything that stands on the paper, and nothing else: what PDF and Word are made from, and what is kept as sent. */
export interface LetterDocument {
  readonly title: string;
  readonly letterhead: Letterhead;
  readonly blocks: readonly LetterBlock[];
}

/** What is not to be parted at the end of a line: "3 June", "9.15 am", "01632 960100". */
const TOGETHER =
  /(?<=\b\d{1,2}) (?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)|(?<=\d) (?=(?:am|pm)\b)|(?<=\b0\d{2,4}) (?=\d{3,})/g;

/** A line as plain text; a gap that nothing fills is marked, so that a print of an unfinished letter is plainly one. */
export const lineText = (line: LetterBlock['lines'][number]): string =>
  line
    .map((run) => (run.type === 'gap' && run.text === '' ? '[…]' : run.text))
    .join('')
    .replaceAll(TOGETHER, '\u00a0')
    .trimEnd();
