import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { LetterBlock } from '#shared/domain/letters/types.ts';
import { lineText, type LetterDocument } from './letter-document.ts';

/** Every tag of the template between `{#blocks}` and `{/blocks}`: one a kind of block, each with `{line}` in it. */
export const BLOCK_TAGS = ['address', 'date', 'heading', 'paragraph', 'bullets', 'signature'] as const;

interface Line {
  readonly line: string;
}

/** What the template's tags stand for. */
interface TemplateData {
  readonly title: string;
  readonly schoolName: string;
  readonly schoolLines: string;
  readonly blocks: readonly Partial<Record<LetterBlock['kind'], readonly Line[]>>[];
}

/**
 * The letter as a Word file, made from a template's unpacked parts (see `check-letterhead.ts`). Text of the letter is
 * never read as a tag. Throws what docxtemplater throws (`properties.errors`) when the template's tags are wrong.
 */
export function letterDocx(parts: ReadonlyMap<string, Uint8Array>, letter: LetterDocument): Uint8Array {
  const zip = new PizZip();
  for (const [name, content] of parts) zip.file(name, content);
  const document = new Docxtemplater(zip, {
    paragraphLoop: true,
    linebreaks: true,
    stripInvalidXMLChars: true,
    errorLogging: false,
    nullGetter: () => '',
  });
  document.render(dataOf(letter));
  return document.toUint8Array({ compression: 'DEFLATE' });
}

const dataOf = ({ title, letterhead, blocks }: LetterDocument): TemplateData => ({
  title,
  schoolName: letterhead.schoolName,
  schoolLines: letterhead.lines.join(' · '),
  blocks: blocks.map(({ kind, lines }) => ({ [kind]: lines.map((line) => ({ line: lineText(line) })) })),
});
