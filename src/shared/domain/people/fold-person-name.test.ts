import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldPersonName } from './fold-person-name.ts';

describe('a person’s name as it is compared', () => {
  it.each([
    ['Siân  O’Neill-Shah', 'sian oneill shah'],
    ["SIAN O'NEILL SHAH", 'sian oneill shah'],
    ['Łukasz Żak', 'lukasz zak'],
    ['  Bjørn\tÆsa ', 'bjorn aesa'],
    ['Dr. A. Mensah', 'dr a mensah'],
    ['李 明', '李 明'],
  ])('%s is %s', (name, folded) => {
    expect(foldPersonName(name)).toBe(folded);
  });

  it('is empty where there is no letter and no figure', () => {
    expect(foldPersonName(' –’. ')).toBe('');
  });

  it('folding a folded name changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const folded = foldPersonName(name);
        expect(foldPersonName(folded)).toBe(folded);
      }),
    );
  });
});
