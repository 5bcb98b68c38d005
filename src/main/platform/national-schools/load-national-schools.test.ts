import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadNationalSchools } from './load-national-schools.ts';
import { searchSchools } from './search-schools.ts';

const shipped = fileURLToPath(new URL('../../../../resources/schools', import.meta.url));

describe('the shipped list of schools', () => {
  const schools = loadNationalSchools(shipped);

  it('holds every school of the source, each number once and each authority named', () => {
    expect(schools.all()).toHaveLength(26_346);
    expect(new Set(schools.all().map((school) => school.laEstab)).size).toBe(26_346);
    expect(schools.faults()).toEqual({ leftOut: 0, withoutUrn: 0 });
    expect(schools.all().filter((school) => school.laName === '')).toEqual([]);
    expect(schools.all().filter((school) => !/^\d{7}$/.test(school.laEstab))).toEqual([]);
  });

  it('looks a school up by its number', () => {
    expect(schools.byLaEstab('2021101')).toMatchObject({
      urn: '100007',
      phaseGuess: 'pru',
      laName: 'Camden',
    });
    expect(schools.byLaEstab('9999999')).toBeUndefined();
  });

  it('guesses phases that agree with the names', () => {
    const share = (word: RegExp, phases: readonly string[]) => {
      const named = schools.all().filter((school) => word.test(school.name));
      return named.filter((school) => phases.includes(school.phaseGuess)).length / named.length;
    };
    expect(share(/\bprimary\b/i, ['primary', 'all-through'])).toBeGreaterThan(0.97);
    expect(share(/\bhigh school\b/i, ['secondary', 'special', 'pru', 'all-through'])).toBeGreaterThan(0.97);
    expect(share(/\bpru\b/i, ['pru'])).toBe(1);
  });
});

describe('a damaged or odd list', () => {
  let folder: string;
  const write = (text: string) =>
    writeFileSync(join(folder, 'national-schools.tsv.br'), brotliCompressSync(text));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'schools-'));
    writeFileSync(join(folder, 'local-authorities.tsv'), 'code\tname\tsince\n202\tCamden\t\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('keeps a school without a URN, leaves out a line without a number or a name, and counts both', () => {
    write(
      'first-day-schools\t1\t5\t2017\n' +
        '2021048\t100005\t2017\tThe Thomas Coram Centre\n2022000\t\t2017\tNew School\n' +
        '20X2001\t100006\t2017\tBad Number\n2022002\t100007\t2017\t\n9992003\t100008\t2017\tÉcole Élan\n',
    );
    const schools = loadNationalSchools(folder);
    expect(schools.all().map((school) => school.laEstab)).toEqual(['2021048', '2022000', '9992003']);
    expect(schools.faults()).toEqual({ leftOut: 2, withoutUrn: 1 });
    expect(schools.byLaEstab('2022000')?.urn).toBeNull();
    expect(schools.byLaEstab('9992003')?.laName).toBe('');
    expect(searchSchools(schools, 'ecole elan')).toHaveLength(1);
  });

  it('refuses a file of another format, at first use and not before', () => {
    write('something else');
    const schools = loadNationalSchools(folder);
    expect(() => schools.all()).toThrow('unknown format');
  });
});
