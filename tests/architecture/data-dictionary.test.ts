import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dataDictionary } from '../../tools/write-data-dictionary.ts';

const squeezed = (text: string) =>
  text
    .replaceAll(/[ \t|-]+/g, ' ')
    .replaceAll(/\n+/g, '\n')
    .trim();

it('the data dictionary in docs/ is that of the tables (write it anew with tools/write-data-dictionary.ts)', () => {
  expect(squeezed(readFileSync('docs/data-dictionary.md', 'utf8'))).toBe(squeezed(dataDictionary()));
});
