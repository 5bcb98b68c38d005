import type { LetterDocument } from '../documents/letter-document.ts';
import { letterHtml } from '../documents/letter-html.ts';
import type { Context } from './context.ts';

/** The Word letterhead of the school as kept, in base64; null for First Day's own. */
type Own = string | null;

/** A document as PDF or Word. Where nothing can print, it is Word: callers refuse PDF before. */
export async function documentBytes(
  { printPdf }: Pick<Context, 'printPdf'>,
  format: 'pdf' | 'docx',
  document: LetterDocument,
  own: Own,
): Promise<Uint8Array> {
  if (format === 'docx' || printPdf === undefined) {
    // Loaded when a document is written: the program starts without the libraries for Word.
    const { letterDocx } = await import('../documents/letter-docx.ts');
    const { letterheadParts } = await import('./letterhead-parts.ts');
    return letterDocx(letterheadParts(own), document);
  }
  return printPdf(letterHtml(document));
}

/** A name that every file system takes. */
export const documentFileName = (name: string, format: 'pdf' | 'docx'): string =>
  `${name
    .replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 120)}.${format}`;
