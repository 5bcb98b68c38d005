import { expect, it } from 'vitest';
import { csvList } from './csv-list.ts';

it('a heading with a comma stays one column, as a cell does', () => {
  const list = csvList(['School', 'Spring census, due 29 January'], [['A, B', 'x']]);
  expect(list.split('\r\n')).toEqual(['\ufeffSchool,"Spring census, due 29 January"', '"A, B",x', '']);
});

it('headings and cells that a spreadsheet would run are guarded; numbers below nought are not', () => {
  expect(csvList(['=1+1'], [['@x'], ['-2.5']])).toBe("\ufeff'=1+1\r\n'@x\r\n-2.5\r\n");
});
