import { describe, expect, it } from 'vitest';
import { calmName } from './calm-name.ts';

describe('a school’s name in capitals', () => {
  it.each([
    ['FEN DRAYTON PRIMARY SCHOOL', 'Fen Drayton Primary School'],
    ['FENITON C OF E PRIMARY SCHOOL', 'Feniton C of E Primary School'],
    ["ST. MARY'S RC/CE SCHOOL", "St. Mary's RC/CE School"],
    ['THE STOKE-ON-TRENT UTC', 'The Stoke-on-Trent UTC'],
  ])('%s is written %s', (name, calm) => {
    expect(calmName(name)).toBe(calm);
  });

  it('is left alone where somebody wrote it with care', () => {
    expect(calmName('Fen Ditton C P School')).toBe('Fen Ditton C P School');
    expect(calmName('McAuley Catholic High')).toBe('McAuley Catholic High');
  });
});
