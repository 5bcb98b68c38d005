import type { Handlers } from '../context.ts';
import { exportLetter } from './export-letter.ts';
import { issueLetter } from './issue-letter.ts';
import { listLetters } from './list-letters.ts';
import { openLetter } from './open-letter.ts';
import { saveLetter } from './save-letter.ts';
import { saveLetterhead } from './save-letterhead.ts';
import { sentLetter } from './sent-letter.ts';
import { writeLetterhead } from './write-letterhead.ts';

export const lettersHandlers = {
  'letters.list': listLetters,
  'letters.open': openLetter,
  'letters.save': saveLetter,
  'letters.issue': issueLetter,
  'letters.sent': sentLetter,
  'letters.export': exportLetter,
  'letters.save-letterhead': saveLetterhead,
  'letters.write-letterhead': writeLetterhead,
} satisfies Partial<Handlers>;
