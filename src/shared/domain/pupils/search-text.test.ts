import { describe, expect, it } from 'vitest';
import { pupilSearchText, searchWords } from './search-text.ts';

const pupil = (surname: string, forename: string, more: { form?: string; preferredSurname?: string } = {}) =>
  pupilSearchText({ surname, forename, upn: 'G201400114001', ...more });

/** As the database looks: every typed word must begin a word of the text. */
const finds = (typed: string, text: string): boolean =>
  searchWords(typed).every((word) => text.includes(` ${word}`));

describe('the text a pupil is searched in', () => {
  it('is the folded words of names, form and UPN, each after a space', () => {
    expect(pupilSearchText({ surname: 'Example', forename: 'Jo', form: '9B', upn: 'G201400114001' })).toBe(
      ' example jo 9b g201400114001',
    );
  });

  it.each([
    ['smi', 'Smith', 'Anna'],
    ['anna smi', 'Smith', 'Anna'],
    ['SMITH, anna', 'Smith', 'Anna'],
    ['oneill', "O'Neill", 'Sean'],
    ["o'nei", 'O’Neill', 'Sean'],
    ['neill', 'O´Neill', 'Seán'],
    ['o neill sean', 'O`Neill', 'Seán'],
    ['oneill-smith', "O'Neill-Smith", 'Sean'],
    ['oneillsmith', "O'Neill-Smith", 'Sean'],
    ['smith', "O'Neill-Smith", 'Sean'],
    ['vanderb', 'van der Berg', 'Lucas'],
    ['berg', 'van der Berg', 'Lucas'],
    ['maryann', 'Jones', 'Mary-Ann'],
    ['ann jones', 'Jones', 'Mary‑Ann'],
    ['sorensen', 'Sørensen', 'Bjørn'],
    ['lukasz', 'Wałęsa', 'Łukasz'],
    ['walesa', 'Wałęsa', 'Łukasz'],
    ['strauss', 'Strauß', 'Jo'],
    ['dukic', 'Đukić', 'Ana'],
    ['isik', 'Işık', 'Nur'],
    ['ibrahim', 'Yilmaz', 'İbrahim'],
    ['nguyen', 'Nguyễn', 'Thị'],
    ['Nguyễn', 'Nguyen', 'Thi'],
    ['zoe', 'Muñoz', 'Zoë'],
    ['munoz', 'Mun\u0303oz', 'Zoe'],
    ['王', '王', '小明'],
  ])('finds “%s” for %s, %s', (typed, surname, forename) => {
    expect(finds(typed, pupil(surname, forename))).toBe(true);
  });

  it('finds a pupil by form, preferred surname and the beginning of the UPN', () => {
    const text = pupil('Example', 'Jo', { form: '9 B/Ma', preferredSurname: 'Sample' });
    for (const typed of ['9b', '9 b', 'sampl', 'g2014', 'G201400114001'])
      expect(finds(typed, text)).toBe(true);
  });

  it('does not find a word by its middle', () => {
    expect(finds('mith', pupil('Smith', 'Anna'))).toBe(false);
  });

  it('sorts by surname as a register does', () => {
    const names = ['Zulu', 'Smith-Jones', 'de Souza', 'Ñandú', 'Smith', "O'Brien", 'Norris'];
    const sorted = names.toSorted((a, b) => (pupil(a, 'Al') < pupil(b, 'Al') ? -1 : 1));
    expect(sorted).toEqual(['de Souza', 'Ñandú', 'Norris', "O'Brien", 'Smith', 'Smith-Jones', 'Zulu']);
  });
});

describe('the words looked for', () => {
  it('are none when nothing was typed', () => {
    expect(searchWords('   ')).toEqual([]);
  });

  it('never lose what was typed: a lone % or _ is looked for, and found nowhere', () => {
    expect(searchWords(' % ')).toEqual(['%']);
    expect(searchWords('a_b%')).toEqual(['a', 'b']);
  });
});
