import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadNationalSchools } from './load-national-schools.ts';
import { searchSchools } from './search-schools.ts';

const schools = loadNationalSchools(fileURLToPath(new URL('../../../../resources/schools', import.meta.url)));
const names = (text: string, limit?: number) =>
  searchSchools(schools, text, limit).map((school) => school.name);
const first = (text: string) => searchSchools(schools, text)[0];

describe('searching the national list of schools', () => {
  it('gives everything a form needs about a school', () => {
    expect(first('2021048')).toEqual({
      laEstab: '2021048',
      la: '202',
      laName: 'Camden',
      estab: '1048',
      urn: '100005',
      name: 'The Thomas Coram Centre',
      phaseGuess: 'nursery',
      lastSeen: 2017,
    });
  });

  it.each(['2021048', '202/1048', '202 1048', '202-1048', ' 202 / 1048 ', '100005'])(
    'finds a school by its number written %j, and it alone comes first',
    (typed) => {
      expect(first(typed)?.laEstab).toBe('2021048');
    },
  );

  it('finds schools while a number is still being typed', () => {
    const hits = searchSchools(schools, '20210', 50);
    expect(hits.length).toBeGreaterThan(0);
    for (const hit of hits) expect(`${hit.laEstab} ${hit.urn}`).toMatch(/(^| )20210/);
  });

  it('finds by the beginning of any word, in any order, in any case', () => {
    expect(names('thom cor')).toContain('The Thomas Coram Centre');
    expect(names('CORAM thomas')).toContain('The Thomas Coram Centre');
    expect(names('oram')).not.toContain('The Thomas Coram Centre');
  });

  it('takes "St", "St." and "Saint" for one word, also half typed', () => {
    const expected = searchSchools(schools, 'st mary redcliffe')[0]?.laEstab;
    expect(expected).toBe('8014603');
    for (const typed of ['saint mary redcliffe', 'St. Mary Redcliffe', 'sain redcliffe', 'st màry redcliffé'])
      expect(first(typed)?.laEstab).toBe(expected);
  });

  it('ignores apostrophes and reads "&" as "and"', () => {
    expect(first("king's norton boys")?.laEstab).toBe(first('kings norton boys')?.laEstab);
    expect(first('saints peter & paul catholic college')?.laEstab).toBe(
      first('saints peter and paul catholic college')?.laEstab,
    );
  });

  it('knows the ways of writing Church of England', () => {
    const numbers = (text: string) =>
      searchSchools(schools, text, 100)
        .map((school) => school.laEstab)
        .toSorted();
    expect(numbers('holy trinity church of england kent')).toEqual(numbers('holy trinity c of e kent'));
    expect(numbers('holy trinity ce kent').length).toBeGreaterThan(0);
  });

  it('puts the school of exactly that name before those that begin with it, and those before the rest', () => {
    const hits = names('holy trinity', 300).map((name) => name.toLowerCase());
    const kinds = hits.map((name) => (name === 'holy trinity' ? 0 : name.startsWith('holy trinity') ? 1 : 2));
    expect(kinds[0]).toBe(0);
    expect(kinds).toEqual(kinds.toSorted((a, b) => a - b));
  });

  it('narrows a common name by the authority', () => {
    const hits = searchSchools(schools, 'st marys kent');
    expect(hits.length).toBeGreaterThan(0);
    for (const hit of hits) expect(hit.laName === 'Kent' || /kent/i.test(hit.name)).toBe(true);
  });

  it('offers the number a school has now before the one it had', () => {
    const hits = searchSchools(schools, '109413');
    expect(hits.map((hit) => hit.lastSeen)).toEqual([2017, 2008]);
    expect(hits[0]?.laEstab).toBe('8221000');
  });

  it('returns no more than asked for, and nothing for nothing', () => {
    expect(names('s')).toHaveLength(20);
    expect(names('s', 7)).toEqual(names('s').slice(0, 7));
    expect(names('')).toEqual([]);
    expect(names(' -- ')).toEqual([]);
    expect(names('zzzzqq')).toEqual([]);
    expect(names('school', 0)).toEqual([]);
  });

  it('keeps the best hits of the whole list, not the first it meets', () => {
    const all = searchSchools(schools, 'academy', 30_000);
    expect(all.length).toBeGreaterThan(1000);
    expect(searchSchools(schools, 'academy', 20)).toEqual(all.slice(0, 20));
  });
});
