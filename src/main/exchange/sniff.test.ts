import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sniffFile } from './sniff.ts';
import { workbookBytes } from './workbook-bytes.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../tests/fixtures/files/${name}`, import.meta.url));

describe('telling what a file is', () => {
  it.each([
    ['ctf-25.xml', 'ctf'],
    ['ctf-12.xml', 'ctf'],
    ['census-2013.xml', 'census-xml'],
    ['census-2026.xml', 'census-xml'],
    ['authority-2026.xml', 'authority-xml'],
    ['return-2026.csv', 'return-csv'],
    ['pupils.csv', 'pupil-csv'],
  ])('knows %s by what it holds, whatever it is called', (name, kind) => {
    expect(sniffFile('download (3).tmp', fixture(name))).toEqual({ kind });
  });

  it('takes a return that lost columns for a return, so that its reader can say which', () => {
    const lost = 'laestab,upn,surname,forename,category,start_date,census_term\n';
    expect(sniffFile('r.csv', Buffer.from(lost))).toEqual({ kind: 'return-csv' });
  });

  it.each([
    [
      'our columns without a period',
      'laestab,upn,surname,forename,dob,category,reason_1,start_date,sessions\n',
    ],
    ['exclusions under other headings', 'School,UPN,Name,Type,Start Date,Days\n'],
    ['a wide list of nobody knows what', 'Ref,Learner,Born,What,When,How long\n'],
  ])('takes %s for a list whose columns a person must match', (_, heading) => {
    expect(sniffFile('r.csv', Buffer.from(heading))).toEqual({ kind: 'other-csv' });
  });

  it('tells a workbook from other zip files by what it holds', async () => {
    const workbook = await workbookBytes([{ name: 'A', headRows: 0, rows: [['x']], widths: [] }]);
    expect(sniffFile('return.zip', workbook)).toEqual({ kind: 'workbook' });
    expect(sniffFile('return.xlsx', zipSync({ 'a.xml': workbook }))).toEqual({ kind: 'archive' });
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
