import { extractText, getDocumentProxy } from 'unpdf';

export interface PdfText {
  readonly pages: number;
  /** All words with single spaces between them, page after page. */
  readonly text: string;
  readonly title: string;
}

/** The words of a PDF, to compare with the record. */
export async function readPdfText(bytes: Uint8Array): Promise<PdfText> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { totalPages, text } = await extractText(pdf, { mergePages: true });
  const { info } = await pdf.getMetadata();
  const title: unknown = Reflect.get(info, 'Title');
  return { pages: totalPages, text: oneSpaced(text), title: typeof title === 'string' ? title : '' };
}

/** Text with single spaces between its words, so that line ends do not matter. */
export const oneSpaced = (text: string): string => text.replaceAll(/[\s\u00a0]+/g, ' ').trim();
