import type { Handler } from '../context.ts';
import { exportFile } from '../export-file.ts';
import { ownLetterhead } from '../own-letterhead.ts';

/** Writes First Day's Word template, for a school to put its letterhead on. */
export const writeLetterhead: Handler<'letters.write-letterhead'> = (context, { destination }) =>
  exportFile(context, {
    destination,
    suggestedName: 'letterhead.docx',
    content: ownLetterhead(),
    audit: (fileName) => ({ subjectType: 'school', subjectId: 'letterhead', detail: { fileName } }),
  });
