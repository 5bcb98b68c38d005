import type { OperationOutput } from '#shared/contract/contract.ts';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { MATCH_WEIGHTS } from '#shared/domain/comparators/match-weights.ts';
import { nearestSchools } from '#shared/domain/comparators/nearest-schools.ts';
import { MATCH_VARIABLES, type MatchVariable, type SchoolProfile } from '#shared/domain/comparators/types.ts';
import { refuse } from '#shared/kernel/result.ts';
import { findAuthoritySchools, listProfiles } from '../../storage/repositories/authority-schools.ts';
import { profilesOfPhase } from '../../storage/repositories/profiles-of-phase.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Handler } from '../context.ts';
import { ownSchools } from './own-schools.ts';
import { newestFigures, schoolFigures } from './school-figures.ts';
import { shares } from './shares.ts';

type Row = OperationOutput<'authority.comparator-schools'>['rows'][number];

/** A school with its profile, as it is matched. */
interface Profiled extends SchoolProfile {
  readonly name: string;
}

/** The schools most like one, with the match shown and what is known of their exclusions. */
export const comparatorSchools: Handler<'authority.comparator-schools'> = (
  { read, nationalSchools },
  { laEstab, count },
) =>
  read(async (db) => {
    const code = (await readWorkspace(db))?.authority?.code ?? '';
    const own = new Map((await ownSchools(db, nationalSchools)).map((one) => [one.laEstab, one]));
    const [listed] = await findAuthoritySchools(db, [laEstab]);
    const school = listed ?? own.get(laEstab);
    if (!school) {
      return refuse(
        'not-found',
        'This school is not in the list of schools. Import the national register first.',
      );
    }
    const { name, phase } = school;
    const profiles = (await listProfiles(db, laEstab)).filter((one) =>
      MATCH_VARIABLES.some((variable) => one[variable] !== null),
    );
    const figuresYear = await newestFigures(db, own.get(laEstab), laEstab);
    // Of the year of the exclusions where there is one, so that one year stands beside itself.
    const profile = profiles.find((one) => one.schoolYear === figuresYear) ?? profiles.at(-1);
    const pool = profile ? await profilesOfPhase(db, phase, profile.schoolYear) : [];
    const subject: Profiled = {
      ...(profile ?? { laEstab, headcount: null, fsm: null, sen: null, eal: null }),
      name,
    };
    const { nearest, spreads } = nearestSchools(subject, pool, count);
    const shown = [subject, ...nearest.map((match) => match.school)];
    const figures = await schoolFigures(db, own, shown, figuresYear, profile?.schoolYear);
    const row = (one: Profiled, distance: number | null, over: readonly MatchVariable[]): Row => ({
      laEstab: one.laEstab,
      name: one.name,
      own: one.laEstab.startsWith(code),
      distance,
      over: [...over],
      profile: shares(one),
      figures: figures(one),
    });
    return {
      ok: true,
      value: {
        school: { laEstab, name, phase },
        ...(profile ? { profileYear: profile.schoolYear } : {}),
        ...(figuresYear === undefined ? {} : { figuresYear }),
        pool: pool.filter((one) => one.laEstab !== laEstab).length,
        variables: MATCH_VARIABLES.map((variable) => {
          const sd = spreads[variable];
          return {
            variable,
            weight: MATCH_WEIGHTS[variable],
            sd: sd === null || variable === 'headcount' ? sd : sd / 100,
          };
        }),
        missing: missingWords(profile, nearest.length, figuresYear),
        rows: [
          row(subject, null, []),
          ...nearest.map(({ school: other, distance, over }) => row(other, distance, over)),
        ],
      },
    };
  });

function missingWords(
  profile:
    { readonly schoolYear: number; readonly sen: number | null; readonly eal: number | null } | undefined,
  found: number,
  figuresYear: number | undefined,
): string[] {
  if (!profile) {
    return [
      'Nothing is known of this school’s pupils. Import the national register, or a table of school profiles.',
    ];
  }
  const year = formatSchoolYear(profile.schoolYear);
  const said: string[] = [];
  if (found === 0) said.push(`No other school of its phase has a profile of ${year} to match it by.`);
  if (profile.sen === null || profile.eal === null) {
    said.push(
      'Special needs or other first language are not known of this school, so it was matched without them. A table of school profiles can add them.',
    );
  }
  if (figuresYear === undefined)
    said.push('No school year of this school’s exclusions is whole, and none is published here.');
  else if (figuresYear !== profile.schoolYear) {
    said.push(`The exclusions are of ${formatSchoolYear(figuresYear)}, the profiles of ${year}.`);
  }
  return said;
}
