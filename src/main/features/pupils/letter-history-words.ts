import { z } from 'zod';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { LETTER_TEMPLATES, letterId } from '#shared/text/letters/letter-templates.ts';

const letter = z.object({ letter: z.string() });
const sent = z.object({ title: z.string(), sentTo: z.string(), sentHow: z.string(), sentOn: z.string() });
const written = z.object({ title: z.string(), format: z.enum(['pdf', 'docx']), fileName: z.string() });

/** "Letter to the parents: up to 5 days in the term", without the words that depend on a case. */
function titleOf(id: string): string {
  const known = letterId(id);
  return known === undefined ? id : LETTER_TEMPLATES[known].title.replaceAll(/[[\]]/g, '');
}

/** What was done with letters, in words by operation; undefined when a snapshot is of another form. */
export const LETTER_HISTORY_WORDS: Readonly<Record<string, (detail: unknown) => string | undefined>> = {
  'letters.save': (detail) => {
    const read = letter.safeParse(detail).data;
    return read && `Worked on a letter: ${titleOf(read.letter)}`;
  },
  'letters.issue': (detail) => {
    const read = sent.safeParse(detail).data;
    return read && `Sent “${read.title}” to ${read.sentTo}, ${read.sentHow}, on ${formatDate(read.sentOn)}`;
  },
  'letters.export': (detail) => {
    const read = written.safeParse(detail).data;
    return read && `Wrote “${read.title}” as ${read.format === 'pdf' ? 'PDF' : 'Word'}: ${read.fileName}`;
  },
};
