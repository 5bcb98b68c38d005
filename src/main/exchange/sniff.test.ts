import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sniffFile } from './sniff.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../tests/fixtures/files/${name}`, import.meta.url));

describe('telling what a file is', () => {
  it.each([
    ['ctf-25.xml', 'ctf'],
    ['ctf-12.xml', 'ctf'],
    ['census-2013.xml', 'census-xml'],
    ['census-2026.xml', 'census-xml'],
    ['return-2026.csv', 'return-csv'],
    ['pupils.csv', 'pupil-csv'],
  ])('knows %s by what it holds, whatever it is called', (name, kind) => {
    expect(sniffFile('download (3).tmp', fixture(name))).toEqual({ kind });
  });

  it('takes a return that lost columns for a return, so that its reader can say which', () => {
    expect(sniffFile('r.csv', Buffer.from('laestab,upn,surname,forename,category,start_date\n'))).toEqual({
      kind: 'return-csv',
    });
  });

  it.each([
    ['an older Excel workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'save the list as CSV'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'is a PDF'],
    [
      'another collection',
      Buffer.from(
        '<Message><Header><CollectionDetails><Collection>CIN</Collection></CollectionDetails></Header></Message>',
      ),
      'another collection (CIN)',
    ],
    ['other XML', Buffer.from('<svg/>'), 'of another kind (“svg”)'],
    ['broken XML', Buffer.from('<<<'), 'damaged or cut short'],
    ['a list of something else', Buffer.from('Item,Price\nPencil,1'), 'no columns that look like pupils'],
    ['plain text', Buffer.from('Dear all'), 'neither XML nor a list'],
    ['nothing', Buffer.alloc(0), 'The file is empty.'],
  ])('says in a sentence what is wrong with %s', (_, bytes, part) => {
    const sniffed = sniffFile('file.dat', bytes);
    const sentence = sniffed.kind === 'unknown' ? sniffed.sentence : '';
    expect(sentence).toContain(part);
    expect(sentence).toContain('“file.dat”');
  });
});
