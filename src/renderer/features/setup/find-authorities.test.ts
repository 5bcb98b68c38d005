import { describe, expect, it } from 'vitest';
import { findAuthorities } from './find-authorities.ts';

const all = [
  { code: '873', name: 'Cambridgeshire' },
  { code: '202', name: 'Camden' },
  { code: '801', name: 'Bristol, City of' },
  { code: '330', name: 'Birmingham' },
];
const names = (typed: string) => findAuthorities(all, typed).map(({ name }) => name);

describe('finding an authority', () => {
  it('goes by the beginning of words, in any order, or of the code', () => {
    expect(names('cam')).toEqual(['Cambridgeshire', 'Camden']);
    expect(names('city BRIS')).toEqual(['Bristol, City of']);
    expect(names('33')).toEqual(['Birmingham']);
    expect(names('ridge')).toEqual([]);
  });

  it('gives the whole list in order of names for nothing typed', () => {
    expect(names('')).toEqual(['Birmingham', 'Bristol, City of', 'Cambridgeshire', 'Camden']);
  });
});
