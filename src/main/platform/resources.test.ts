import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openNationalSchools, programVersion, readResource } from './resources.ts';

describe('the data shipped with the program', () => {
  it('is read by its name', () => {
    expect(readResource('schemas/census-exclusions-2020.xsd')).toMatch(/<xs:schema/);
  });

  it('is refused where there is no such file', () => {
    expect(() => readResource('schemas/nothing.xsd')).toThrow(/ENOENT/);
  });

  it('has the national list of schools, read once', () => {
    const schools = openNationalSchools();
    expect(openNationalSchools()).toBe(schools);
    expect(schools.authorities().length).toBeGreaterThan(140);
  });

  it('knows the version of the program', () => {
    const file = new URL('../../../package.json', import.meta.url);
    expect(readFileSync(file, 'utf8')).toContain(`"version": "${programVersion()}"`);
  });
});
