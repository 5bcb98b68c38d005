import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { foldNames, synonymsOf } from './fold-name.ts';
import { guessPhase } from './guess-phase.ts';
import type {
  IndexedSchool,
  ListFaults,
  LocalAuthority,
  NationalSchool,
  NationalSchools,
  PhaseGuess,
} from './types.ts';

const FORMAT = 'first-day-schools\t1\t';

const PHASE_RANK: Readonly<Record<PhaseGuess, number>> = {
  secondary: 0,
  'all-through': 0,
  primary: 1,
  special: 2,
  pru: 2,
  nursery: 3,
  unknown: 3,
};

interface LoadedList {
  readonly schools: readonly NationalSchool[];
  readonly index: readonly IndexedSchool[];
  readonly authorities: readonly LocalAuthority[];
  readonly byLaEstab: ReadonlyMap<string, NationalSchool>;
  readonly faults: ListFaults;
}

/**
 * Opens the national list shipped in `folder` (the application's `resources/schools`). Nothing is read until the
 * list is first used (about 100 ms then, nothing later). A missing or damaged file is a fault of the
 * installation, so it throws.
 */
export function loadNationalSchools(folder: string): NationalSchools {
  let loaded: LoadedList | undefined;
  const list = (): LoadedList => (loaded ??= readList(folder));
  return {
    all: () => list().schools,
    byLaEstab: (laEstab) => list().byLaEstab.get(laEstab),
    authorities: () => list().authorities,
    faults: () => list().faults,
    index: () => list().index,
  };
}

function readList(folder: string): LoadedList {
  const authorities = readAuthorities(join(folder, 'local-authorities.tsv'));
  const laNames = new Map(authorities.map((authority) => [authority.code, authority.name]));
  const path = join(folder, 'national-schools.tsv.br');
  const text = brotliDecompressSync(readFileSync(path)).toString('utf8');
  if (!text.startsWith(FORMAT)) throw new Error('The national list of schools has an unknown format.');
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const newest = Number(header.split('\t')[3]);

  const schools: NationalSchool[] = [];
  const byLaEstab = new Map<string, NationalSchool>();
  let leftOut = 0;
  let withoutUrn = 0;
  for (const line of lines) {
    const school = readSchool(line, laNames);
    if (school === undefined) {
      leftOut += 1;
      continue;
    }
    if (school.urn === null) withoutUrn += 1;
    schools.push(school);
    byLaEstab.set(school.laEstab, school);
  }
  return {
    schools,
    index: indexOf(schools, laNames, newest),
    authorities,
    byLaEstab,
    faults: { leftOut, withoutUrn },
  };
}

/** One line of the list, or undefined when its number or name is unusable. */
function readSchool(line: string, laNames: ReadonlyMap<string, string>): NationalSchool | undefined {
  const [laEstab = '', urn = '', year = '', name = ''] = line.split('\t');
  if (!/^\d{7}$/.test(laEstab) || name === '') return undefined;
  const la = laEstab.slice(0, 3);
  const estab = laEstab.slice(3);
  return {
    laEstab,
    la,
    laName: laNames.get(la) ?? '',
    estab,
    urn: /^\d{6}$/.test(urn) ? urn : null,
    name,
    phaseGuess: guessPhase(estab, name),
    lastSeen: Number(year),
  };
}

/** All names are folded as one text: several times faster than one by one. */
function indexOf(
  schools: readonly NationalSchool[],
  laNames: ReadonlyMap<string, string>,
  newest: number,
): readonly IndexedSchool[] {
  const folded = foldNames(schools.map((school) => school.name).join('\n')).split('\n');
  const foldedLa = new Map([...laNames].map(([code, name]) => [code, foldNames(name).trim()]));
  return schools.map((school, position) => {
    const foldedName = ` ${(folded[position] ?? '').trim()}`;
    const numbers = `${school.la} ${school.laEstab} ${school.urn ?? ''}`;
    return {
      school,
      foldedName,
      haystack: `${foldedName}${synonymsOf(foldedName)} ${foldedLa.get(school.la) ?? ''} ${numbers}`,
      rank: PHASE_RANK[school.phaseGuess] + (school.lastSeen < newest ? 4 : 0),
    };
  });
}

function readAuthorities(path: string): readonly LocalAuthority[] {
  const [, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.flatMap((line) => {
    const [code = '', name = ''] = line.split('\t');
    return /^\d{3}$/.test(code) ? [{ code, name }] : [];
  });
}
