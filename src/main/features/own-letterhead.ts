import { readResourceBytes } from '../platform/resources.ts';

/** First Day's own Word template, shipped with the program. */
export const ownLetterhead = (): Uint8Array => readResourceBytes('letters/letterhead.docx');
