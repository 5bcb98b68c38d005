import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { AWKWARD } from '../../../tests/builders/arbitrary-return.ts';
import { workbookBytes } from './workbook-bytes.ts';
import { hasImpossibleCharacter } from './xml-escape.ts';

const book = (...rows: readonly (readonly string[])[]) =>
  workbookBytes([{ name: 'A', headRows: 1, rows, widths: [10] }]);

describe('a workbook of texts', () => {
  it('gives back every text as it was, whatever stands in it', async () => {
    const text = fc
      .oneof(fc.constantFrom(...AWKWARD), fc.string({ unit: 'binary', maxLength: 30 }))
      .filter((one) => one !== '' && !hasImpossibleCharacter(one));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 40, maxLength: 60 }), async (texts) => {
        const rows = await readSheet(Buffer.from(await book(texts)), 'A', { trim: false });
        expect(rows[0]).toEqual(texts);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same bytes each time and says nothing of when, where or by whom it was made', async () => {
    const bytes = await book(['UPN'], ['G201400114001']);
    expect(await book(['UPN'], ['G201400114001'])).toEqual(bytes);
    expect(Object.keys(unzipSync(bytes)).filter((path) => path.startsWith('docProps'))).toEqual([]);
    // The date of each part: 1 January 1980, the first that a zip can say.
    expect(Buffer.from(bytes).readUInt16LE(12)).toBe(33);
  });

  it('holds texts only: no number that loses a nought, no formula that runs', async () => {
    const bytes = await book(['0012', '=1+1', '2025-11-10', 'TRUE', '1e5']);
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet.match(/<c /g)).toHaveLength(5);
    expect(sheet.match(/ t="s"/g)).toHaveLength(5);
    expect(sheet).not.toContain('<f');
  });
});
