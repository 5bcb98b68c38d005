import type { LetterDocument } from './letter-document.ts';
import { BLOCK_TAGS, letterDocx } from './letter-docx.ts';
import { readZip } from './read-zip.ts';
import { unsafeLetterhead } from './unsafe-letterhead.ts';

/** The largest letterhead that is taken, in bytes; a logo fits many times. */
export const LETTERHEAD_LIMIT = 2 * 1024 * 1024;

const LIMITS = { entries: 500, unpacked: 20 * 1024 * 1024 };

/** What is wrong with a letterhead and what to do about it; or its parts, ready for `letterDocx`. */
export type LetterheadCheck =
  | { readonly ok: true; readonly parts: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly sentence: string };

const wrong = (sentence: string): LetterheadCheck => ({ ok: false, sentence });

/**
 * Whether a file can be the school's letterhead: a real, small .docx without macros, embedded programs or parts fetched
 * from elsewhere, with the tags that the letter is written into. It is tried with a letter before it is taken.
 */
export function checkLetterhead(bytes: Uint8Array): LetterheadCheck {
  if (bytes.length > LETTERHEAD_LIMIT) {
    return wrong('The file is larger than 2 MB. Make the pictures in it smaller and save it again.');
  }
  const parts = readZip(bytes, LIMITS);
  const body = text(parts, 'word/document.xml');
  if (parts?.has('[Content_Types].xml') !== true || body === undefined) {
    return wrong(
      'This is not a Word document (.docx). Open it in Word and save it as “Word Document (.docx)”.',
    );
  }
  const unsafe = unsafeLetterhead(parts);
  if (unsafe !== undefined) return wrong(unsafe);
  const plain = body.replaceAll(/<[^>]+>/g, '');
  const missing = [
    '{#blocks}',
    ...BLOCK_TAGS.flatMap((tag) => [`{#${tag}}`, `{/${tag}}`]),
    '{/blocks}',
  ].filter((tag) => !plain.includes(tag));
  if (missing.length > 0) {
    return wrong(
      `${missing.length === 1 ? 'A tag is' : 'Tags are'} missing from the letterhead: ${missing.join(' ')}. Write First Day’s own template, put your letterhead into its head and foot, and leave the lines with braces as they are.`,
    );
  }
  try {
    letterDocx(parts, TRIAL);
  } catch (error) {
    return wrong(`${tagFault(error)} Leave the lines with braces as they are in First Day’s own template.`);
  }
  return { ok: true, parts };
}

function text(parts: ReadonlyMap<string, Uint8Array> | undefined, name: string): string | undefined {
  const content = parts?.get(name);
  return content && Buffer.from(content).toString('utf8');
}

/** The tag that docxtemplater could not make sense of, in a sentence. */
function tagFault(error: unknown): string {
  const faults = property(property(error, 'properties'), 'errors');
  const first: unknown = Array.isArray(faults) ? faults[0] : error;
  const tag = property(property(first, 'properties'), 'xtag');
  return typeof tag === 'string' && tag !== ''
    ? `The tag “${tag}” in the letterhead is not closed, or stands where it cannot be filled.`
    : 'The tags in the letterhead cannot be filled.';
}

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const TRIAL: LetterDocument = {
  title: 'Trial',
  letterhead: { schoolName: 'School', lines: ['Address'] },
  blocks: BLOCK_TAGS.map((kind) => ({
    id: kind,
    kind,
    locked: true,
    lines: [[{ type: 'text', text: 'Trial' }]],
  })),
};
