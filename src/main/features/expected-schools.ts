import { guessPhase } from '../platform/national-schools/guess-phase.ts';
import type { NationalSchools } from '../platform/national-schools/types.ts';
import { registeredSchools } from '../storage/repositories/registered-schools.ts';
import { knownSchools } from '../storage/repositories/received-returns.ts';
import { readWorkspace } from '../storage/repositories/workspace.ts';
import type { Db } from '../storage/store.ts';

export interface ExpectedSchool {
  readonly name: string;
  readonly phase: string;
  /** As the national register has them; nothing is expected of a school that is not open. */
  readonly openOn?: string | undefined;
  readonly closedOn?: string | undefined;
}

/** The schools an authority expects returns from, by number, also those nothing came from. */
export async function expectedSchools(
  db: Db,
  nationalSchools: () => NationalSchools,
): Promise<ReadonlyMap<string, ExpectedSchool>> {
  const workspace = await readWorkspace(db);
  const code = workspace?.authority?.code ?? '';
  const registered = await registeredSchools(db, code);
  // A school's own database, or the demonstration, knows its schools; an authority's begins with the national list, until
  // it has the register of today.
  const listed = registered.length > 0 || workspace?.school ? [] : schoolsOf(nationalSchools(), code);
  return new Map(
    [...listed, ...(await knownSchools(db)), ...registered]
      .filter(({ laEstab }) => laEstab.startsWith(code))
      .map(({ laEstab, ...school }): [string, ExpectedSchool] => [laEstab, expectedSchool(school)]),
  );
}

const expectedSchool = ({ name, phase, openOn, closedOn }: ExpectedSchool): ExpectedSchool => ({
  name,
  phase,
  ...(openOn ? { openOn } : {}),
  ...(closedOn ? { closedOn } : {}),
});

/** A school by number: as expected, or as its return names it with a phase guessed from its number. */
export function schoolFrom(
  expected: ReadonlyMap<string, ExpectedSchool>,
  laEstab: string,
  returnedAs: string | undefined,
): ExpectedSchool {
  const known = expected.get(laEstab);
  const name = known?.name ?? returnedAs ?? laEstab;
  return { name, phase: known?.phase ?? guessPhase(laEstab.slice(3), name) };
}

/** Maintained schools of an authority in the newest year of the national list, their phases guessed by number. */
function schoolsOf(list: NationalSchools, code: string) {
  const own = list.all().filter(({ la, phaseGuess }) => la === code && phaseGuess !== 'unknown');
  const newest = Math.max(...own.map(({ lastSeen }) => lastSeen));
  return own
    .filter(({ lastSeen }) => lastSeen === newest)
    .map(({ laEstab, name, phaseGuess }) => ({ laEstab, name, phase: phaseGuess }));
}
