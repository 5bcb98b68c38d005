import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadNationalSchools } from './national-schools/load-national-schools.ts';
import type { NationalSchools } from './national-schools/types.ts';

let folder: string | undefined;
let nationalSchools: NationalSchools | undefined;

/**
 * The folder of shipped data. The same sources run bundled (out/main) and as they are (src/main/...), at different
 * depths, so the nearest `resources/schemas` above this module is taken.
 */
function resourcesFolder(): string {
  if (folder) return folder;
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, 'resources', 'schemas'))) {
    if (dirname(at) === at) throw new Error('The resources folder is missing from this installation.');
    at = dirname(at);
  }
  folder = join(at, 'resources');
  return folder;
}

/** Text of a shipped file, e.g. `schemas/census-exclusions-2020.xsd`. */
export const readResource = (name: string): string => readFileSync(join(resourcesFolder(), name), 'utf8');

/** Bytes of a shipped file, e.g. `letters/letterhead.docx`. */
export const readResourceBytes = (name: string): Uint8Array => readFileSync(join(resourcesFolder(), name));

/** The national list of schools, read on first use and kept. */
export function openNationalSchools(): NationalSchools {
  nationalSchools ??= loadNationalSchools(join(resourcesFolder(), 'schools'));
  return nationalSchools;
}

/** This program's version, from its package file. */
export function programVersion(): string {
  const about: unknown = JSON.parse(readFileSync(join(resourcesFolder(), '..', 'package.json'), 'utf8'));
  if (typeof about === 'object' && about !== null && 'version' in about) return String(about.version);
  throw new Error('The package file has no version.');
}
