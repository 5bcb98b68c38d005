import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES, readText } from './read-text.ts';

const xml = (encoding: string, body: string): string =>
  `<?xml version="1.0" encoding="${encoding}"?>\n<a>${body}</a>`;
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const textOf = (bytes: Uint8Array, format: 'xml' | 'csv' = 'xml') => {
  const read = readText(bytes, format);
  return read.ok ? read.value.text : (read.error.problems?.[0] ?? read.error);
};

describe('bytes to text', () => {
  it.each([
    ['UTF-8', Buffer.from(xml('UTF-8', 'Zoë'))],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${xml('UTF-8', 'Zoë')}`)],
    ['no declaration', Buffer.from('<a>Zoë</a>')],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${xml('UTF-16', 'Zoë')}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(xml('UTF-16', 'Zoë'), 'utf16le')],
    ['UTF-16, high byte first', Buffer.from(`\ufeff${xml('UTF-16', 'Zoë')}`, 'utf16le').swap16()],
    ['declared UTF-16 but stored as UTF-8', Buffer.from(xml('utf-16', 'Zoë'))],
    ['ISO-8859-1', latin1(xml('ISO-8859-1', 'Zo\xeb'))],
    ['Windows-1252', latin1(xml('windows-1252', 'Zo\xeb'))],
  ])('reads %s', (_, bytes) => {
    expect(textOf(bytes)).toContain('<a>Zoë</a>');
  });

  it('reads the quotation marks and dashes of Windows-1252 in files declared as ISO-8859-1', () => {
    expect(textOf(latin1(xml('iso-8859-1', 'O\x92Neil \x96 \x80')))).toContain('O’Neil – €');
  });

  it('names the line of the first byte that is not UTF-8, and what to do', () => {
    const bytes = Buffer.concat([Buffer.from('<a>\nZoë\n'), Buffer.from([0xeb]), Buffer.from('\n</a>')]);
    expect(textOf(bytes)).toMatchObject({
      line: 3,
      remedy:
        'Save the file as UTF-8 (in a spreadsheet: "CSV UTF-8"), or export it again from the system it came from.',
    });
    expect(textOf(Buffer.concat([Buffer.from('\ufeff'), bytes]))).toMatchObject({ line: 3 });
  });

  it('refuses a CSV with letters of two encodings, at the line that is not UTF-8', () => {
    const mixed = Buffer.concat([
      Buffer.from('Surname,Forename\nÁvila,Zoë\n', 'utf8'),
      Buffer.from('Dup\xe9,Jo\n', 'latin1'),
    ]);
    const read = readText(mixed, 'csv');
    expect(read.ok ? [] : read.error.problems).toMatchObject([{ code: 'encoding', line: 3 }]);
  });

  it('takes a CSV that is not UTF-8 for Windows-1252 and warns, but not one that says it is UTF-8', () => {
    const read = readText(latin1('Name\nZo\xeb'), 'csv');
    expect(read.ok && read.value).toMatchObject({
      text: 'Name\nZoë',
      encoding: 'windows-1252',
      warnings: [{ severity: 'warning', code: 'encoding', line: 2 }],
    });
    expect(readText(Buffer.concat([Buffer.from('\ufeff'), latin1('Name\nZo\xeb')]), 'csv').ok).toBe(false);
  });

  it('refuses bytes that are in neither code page, naming the line', () => {
    expect(textOf(latin1('Name\nZo\x81'), 'csv')).toMatchObject({ line: 2 });
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'The file is empty.'],
    ['only blank space', Buffer.from(' \n '), 'The file holds no text, only blank space.'],
    [
      'empty characters',
      Buffer.from('a\nb\0c'),
      'The file holds empty (NUL) characters, which text files do not have.',
    ],
    [
      'an unknown encoding',
      Buffer.from(xml('EBCDIC-37', 'x')),
      'The first line of the file names a character encoding that cannot be read.',
    ],
  ])('refuses a file with %s', (_, bytes, message) => {
    expect(textOf(bytes)).toMatchObject({ message });
  });

  it('refuses a file that is too large before reading it', () => {
    expect(textOf(new Uint8Array(MAX_FILE_BYTES + 1))).toMatchObject({
      message: 'The file is 51 MB; the largest that can be read is 50 MB.',
    });
  });
});
