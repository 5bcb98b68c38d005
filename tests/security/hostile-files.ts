import { strToU8, zipSync, type Zippable } from 'fflate';
import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LAUGHS = Array.from({ length: 12 }, (_, at) =>
  at === 0 ? '<!ENTITY l0 "lol">' : `<!ENTITY l${String(at)} "${`&l${String(at - 1)};`.repeat(10)}">`,
).join('');

const CONTENT_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';

const word = (body: string): Zippable => ({
  '[Content_Types].xml': strToU8(CONTENT_TYPES),
  'word/document.xml': strToU8(body),
});

/** Files made to cost or to tell what they should not, by name, in the forms of what each import reads. */
const CONTENTS: Readonly<Record<string, () => Uint8Array>> = {
  'laughs.xml': () => strToU8(`<?xml version="1.0"?><!DOCTYPE a [${LAUGHS}]><Message>&l11;</Message>`),
  'external.xml': () =>
    strToU8('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Message><School>&x;</School></Message>'),
  'parameter.xml': () =>
    strToU8('<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]><Message/>'),
  'deep.xml': () => strToU8('<a>'.repeat(100_000)),
  'wide.xml': () =>
    strToU8(`<Message ${Array.from({ length: 50_000 }, (_, at) => `a${String(at)}="1"`).join(' ')}/>`),
  'one-cell.csv': () => strToU8(`UPN,Surname\r\n"${'x'.repeat(2_000_000)}`),
  'columns.csv': () => strToU8(','.repeat(500_000)),
  'quotes.csv': () => strToU8('"'.repeat(200_000)),
  'nothing.csv': () => new Uint8Array(0),
  'bomb.docx': () => zipSync({ ...word('<w:document/>'), 'word/media/a.bin': new Uint8Array(80_000_000) }),
  'bomb.zip': () => zipSync({ 'a.xml': new Uint8Array(80_000_000) }),
  'nested.zip': () => zipSync({ 'a.zip': zipSync({ 'b.zip': zipSync({ 'c.xml': strToU8('<a/>') }) }) }),
  'many.zip': () =>
    zipSync(
      Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`${String(at)}.xml`, new Uint8Array(1)])),
    ),
  'climbing.zip': () =>
    zipSync({ '../../../tmp/climbed.xml': strToU8('<a/>'), '/etc/climbed.xml': strToU8('<a/>') }),
  'entity.docx': () => zipSync(word(`<!DOCTYPE a [${LAUGHS}]><w:document>&l11;</w:document>`)),
  'entity.xlsx': () =>
    zipSync({
      '[Content_Types].xml': strToU8(CONTENT_TYPES),
      'xl/workbook.xml': strToU8(`<!DOCTYPE a [${LAUGHS}]><workbook>&l11;</workbook>`),
    }),
};

/** Writes them, with one that claims to be larger than any limit (a hole, which takes no room) and a pipe that never ends. */
export function writeHostileFiles(folder: string): readonly string[] {
  const at = (name: string) => join(folder, name);
  for (const [name, content] of Object.entries(CONTENTS)) writeFileSync(at(name), content());
  for (const name of ['huge.csv', 'huge.xml', 'huge.docx']) {
    const file = openSync(at(name), 'w');
    ftruncateSync(file, 400 * 1024 * 1024);
    closeSync(file);
  }
  execFileSync('mkfifo', [at('pipe.csv'), at('pipe.xml')]);
  return [...Object.keys(CONTENTS), 'huge.csv', 'huge.xml', 'huge.docx', 'pipe.csv', 'pipe.xml'].map(at);
}
