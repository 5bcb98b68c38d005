import { readFileSync } from 'node:fs';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { writeLetter } from '#shared/text/letters/write-letter.ts';
import { letterFacts, TYPED } from '../../../tests/builders/letter-facts.ts';
import { checkLetterhead } from './check-letterhead.ts';
import { lineText, type LetterDocument } from './letter-document.ts';
import { letterDocx } from './letter-docx.ts';

const template = readFileSync('resources/letters/letterhead.docx');

const partsOf = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> => {
  const checked = checkLetterhead(bytes);
  if (!checked.ok) throw new Error(checked.sentence);
  return checked.parts;
};

const letterOf = (text: string): LetterDocument => ({
  title: 'A letter',
  letterhead: { schoolName: 'Hillside High School', lines: ['Hill Road', '01632 960100'] },
  blocks: [{ id: 'one', kind: 'paragraph', locked: true, lines: [[{ type: 'text', text }]] }],
});

/** The words of a Word file's body, a line a paragraph. */
function bodyText(docx: Uint8Array, part = 'word/document.xml'): string {
  const xml = new PizZip(docx).file(part)?.asText() ?? '';
  return xml
    .replaceAll('</w:p>', '\n')
    .replaceAll('<w:br/>', '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

describe('a letter as a Word file', () => {
  it('says what the letter says, line by line, under the school’s name', () => {
    const { blocks } = writeLetter(
      'parents-over-5',
      letterFacts({ ruleSet: 'england-2022', halfDays: 12 }),
      TYPED,
    );
    const docx = letterDocx(partsOf(template), { ...letterOf(''), blocks });
    const lines = blocks.flatMap((block) => block.lines.map((line) => lineText(line)));
    expect(bodyText(docx).trim().split('\n')).toEqual(lines);
    expect(bodyText(docx, 'word/header1.xml')).toContain('Hillside High School\nHill Road · 01632 960100');
    expect(bodyText(docx, 'docProps/core.xml')).toContain('A letter');
  });

  it('takes braces, angle brackets and control characters in a text for text', () => {
    const docx = letterDocx(partsOf(template), letterOf('{#blocks} {line} <b>&amp; "x"\u0001 {/none}\nnext'));
    expect(bodyText(docx).trim()).toBe('{#blocks} {line} <b>&amp; "x" {/none}\nnext');
  });
});

describe('a letterhead', () => {
  const changed = (change: (zip: PizZip) => void): Uint8Array => {
    const zip = new PizZip(template);
    change(zip);
    return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
  };
  const edited = (name: string, from: string | RegExp, to: string): Uint8Array =>
    changed((zip) => zip.file(name, (zip.file(name)?.asText() ?? '').replace(from, to)));
  const fault = (bytes: Uint8Array): string => {
    const checked = checkLetterhead(bytes);
    return checked.ok ? '' : checked.sentence;
  };

  it('is taken with the school’s own pictures, words and web address around the letter', () => {
    const own = changed((zip) => {
      zip.file('word/media/logo.png', new Uint8Array([1, 2, 3]));
      const rels = 'word/_rels/document.xml.rels';
      zip.file(
        rels,
        (zip.file(rels)?.asText() ?? '').replace(
          '</Relationships>',
          '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://school.example" TargetMode="External"/></Relationships>',
        ),
      );
    });
    expect(fault(own)).toBe('');
  });

  it.each([
    ['larger than 2 MB', new Uint8Array(2 * 1024 * 1024 + 1), 'larger than 2 MB'],
    ['not a Word document', Buffer.from('%PDF-1.7 nothing'), 'not a Word document'],
    ['empty', new Uint8Array(0), 'not a Word document'],
    ['cut off', template.subarray(0, 2000), 'not a Word document'],
    ['with a tag missing', edited('word/document.xml', '{#signature}', ''), '{#signature}'],
    ['with a tag that is not closed', edited('word/document.xml', '{line}', '{line} {#more}'), '“more”'],
    ['with macros', changed((zip) => zip.file('word/vbaProject.bin', 'x')), 'macros'],
    ['with an embedded object', changed((zip) => zip.file('word/embeddings/a.bin', 'x')), 'embedded object'],
    ['with an entity', edited('word/styles.xml', '<w:styles', '<!DOCTYPE a><w:styles'), 'not as Word writes'],
    [
      'with a template from elsewhere',
      edited(
        'word/_rels/document.xml.rels',
        '</Relationships>',
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://evil.example/a.dotm" TargetMode="External"/></Relationships>',
      ),
      'fetches something from elsewhere',
    ],
    [
      'that grows to more than it should',
      changed((zip) => zip.file('word/media/big.bin', new Uint8Array(21 * 1024 * 1024))),
      'not a Word document',
    ],
    ['with a name that leads elsewhere', changed((zip) => zip.file('../a.xml', 'x')), 'not a Word document'],
  ])('%s is refused with what to do', (_what, bytes, sentence) => {
    expect(fault(bytes)).toContain(sentence);
  });
});
