import { describe, expect, it } from 'vitest';
import { checkUpn, normaliseUpn } from './upn.ts';

describe('checkUpn', () => {
  it.each([
    ['B801200005001', 'permanent'],
    ['G201400114001', 'permanent'],
    ['K201400113002', 'permanent'],
    ['N201400112003', 'permanent'],
    ['U20140012507B', 'temporary'],
  ])('%s is a sound %s number', (upn, form) => {
    const check = checkUpn(upn);
    expect(check.form).toBe(form);
    expect(check.checkLetter?.expected).toBe(upn.charAt(0));
    expect(check.checkLetter?.actual).toBe(upn.charAt(0));
  });

  it('tells which letter a number with a wrong one should have', () => {
    expect(checkUpn('A801200005001').checkLetter).toEqual({ expected: 'B', actual: 'A' });
  });

  it('sees two exchanged digits', () => {
    const { checkLetter } = checkUpn('G204100114001');
    expect(checkLetter?.expected).not.toBe('G');
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['B80120000500', 'wrong-length'],
    ['B8012000050011', 'wrong-length'],
    ['I801200005001', 'wrong-characters'],
    ['O801200005001', 'wrong-characters'],
    ['S801200005001', 'wrong-characters'],
    ['8801200005001', 'wrong-characters'],
    ['B80120000500I', 'wrong-characters'],
    ['B8012000O5001', 'wrong-characters'],
    ['B8012000050A1', 'wrong-characters'],
  ])('%j has a fault of form: %s', (text, form) => {
    const check = checkUpn(text);
    expect(check.form).toBe(form);
    expect(check.checkLetter).toBeUndefined();
  });

  it('reads numbers typed with spaces and small letters', () => {
    expect(normaliseUpn(' b801 2000 05001\t')).toBe('B801200005001');
    expect(checkUpn('u20140012507b').form).toBe('temporary');
  });

  it('compares the authority with the codes it is given', () => {
    const codes = new Set(['801', '839']);
    expect(checkUpn('B801200005001', codes).authority).toEqual({ code: '801', known: true });
    expect(checkUpn('G201400114001', codes).authority).toEqual({ code: '201', known: false });
    expect(checkUpn('G201400114001').authority).toEqual({ code: '201' });
  });
});
