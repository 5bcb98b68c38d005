import { SaxesParser, type SaxesTagPlain } from 'saxes';

/** Fields of Word that only show something of the document itself. Others fetch files, start programs or make fields. */
const PLAIN_FIELDS = new Set(
  (
    'PAGE NUMPAGES SECTION SECTIONPAGES PAGEREF REF STYLEREF SYMBOL DATE TIME CREATEDATE SAVEDATE PRINTDATE ' +
    'TITLE SUBJECT AUTHOR KEYWORDS COMMENTS DOCPROPERTY FILENAME'
  ).split(' '),
);

const NOT_WORDS_OWN = 'The file is not as Word writes it. Save it again in Word.';
const EMBEDDED = 'The file holds an embedded object. Take it out, or put a picture in its place.';
const FROM_ELSEWHERE =
  'The file fetches something from elsewhere (a linked picture or template). Put the picture itself into the document.';
const MACROS = 'The file holds macros. Save it in Word as “Word Document (.docx)”, without macros.';

/** Elements that bring other documents or programs in. */
const BRINGS_IN = new Set(['altChunk', 'subDoc', 'object', 'control', 'OLEObject']);

/**
 * What in an unpacked Word file could run a program, or fetch a file, on the PC of whoever opens a letter made of it, as a
 * sentence for who chose it; undefined where there is nothing. Every part is read as XML: a search for words in its text
 * would miss what is written with character codes, prefixes or in another encoding.
 */
export function unsafeLetterhead(parts: ReadonlyMap<string, Uint8Array>): string | undefined {
  const names = [...parts.keys()];
  if (names.some((name) => /vba(Project|Data)/i.test(name))) return MACROS;
  if (names.some((name) => /(^|\/)(embeddings|activeX)\//i.test(name))) return EMBEDDED;
  for (const [name, bytes] of parts) {
    if (!/\.(xml|rels)$/i.test(name)) continue;
    const found = unsafePart(bytes);
    if (found !== undefined) return found;
  }
  return undefined;
}

function unsafePart(bytes: Uint8Array): string | undefined {
  let xml: string;
  try {
    xml = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return NOT_WORDS_OWN;
  }
  const parser = new SaxesParser({ xmlns: false, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  // The fields that are open, outermost first; undefined from where the result of one begins.
  const fields: (string | undefined)[] = [];
  const found: string[] = [];
  let inInstruction = 0;
  parser.on('error', () => found.push(NOT_WORDS_OWN));
  parser.on('doctype', () => found.push(NOT_WORDS_OWN));
  parser.on('opentag', (tag) => {
    const name = localName(tag.name);
    const attribute = attributesOf(tag);
    if (BRINGS_IN.has(name)) found.push(EMBEDDED);
    if (/macroEnabled|vbaProject/i.test(attribute('ContentType'))) found.push(MACROS);
    if (name === 'Relationship' && !isSafeRelation(attribute)) found.push(FROM_ELSEWHERE);
    if (name === 'fldSimple') found.push(...faultOfField(attribute('instr')));
    if (name === 'instrText' || name === 'delInstrText') inInstruction += 1;
    if (name === 'fldChar') {
      // What a field says may be split over many elements; it is whole where its result or its end begins.
      const kind = attribute('fldCharType');
      if (kind === 'begin') {
        if (fields.at(-1) !== undefined) found.push(fieldFault('a field within another'));
        fields.push('');
      } else {
        found.push(...faultOfField(fields.pop()));
        if (kind === 'separate') fields.push(undefined);
      }
    }
  });
  parser.on('text', (text) => {
    if (inInstruction > 0) fields.push(`${fields.pop() ?? ''}${text}`);
  });
  parser.on('closetag', ({ name }) => {
    if (/^(?:\w+:)?(instrText|delInstrText)$/.test(name)) inInstruction -= 1;
  });
  try {
    parser.write(xml).close();
  } catch {
    return NOT_WORDS_OWN;
  }
  return [...found, ...fields.flatMap(faultOfField)][0];
}

type Attribute = (local: string) => string;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function attributesOf({ attributes }: SaxesTagPlain): Attribute {
  const values = new Map(Object.entries(attributes).map(([name, value]) => [localName(name), value]));
  return (local) => values.get(local) ?? '';
}

/** Only a link that a person has to click may lead out of the file, and only to a web page or an e-mail. */
function isSafeRelation(attribute: Attribute): boolean {
  if (attribute('TargetMode').toLowerCase() !== 'external') return true;
  return /\/hyperlink$/i.test(attribute('Type')) && /^(https?:|mailto:)/i.test(attribute('Target'));
}

function faultOfField(instruction: string | undefined): readonly string[] {
  if (instruction === undefined || instruction.trim() === '') return [];
  const [kind = ''] = instruction.trim().split(/\s/);
  const link = /^HYPERLINK\s+("(https?:|mailto:)|\\l\s)/i.test(instruction.trim());
  if (PLAIN_FIELDS.has(kind.toUpperCase()) || link) return [];
  return [fieldFault(kind.slice(0, 20))];
}

const fieldFault = (what: string): string =>
  `The file has a field (${what}) that may fetch or run something. Turn it into plain text in Word (Ctrl+Shift+F9), or take it out.`;
