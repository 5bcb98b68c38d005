import type { OperationOutput } from '#shared/contract/contract.ts';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { MATCH_WEIGHTS } from '#shared/domain/comparators/match-weights.ts';
import { nearestSchools } from '#shared/domain/comparators/nearest-schools.ts';
import { publishedRate } from '#shared/domain/comparators/published-rate.ts';
import { MATCH_VARIABLES, type MatchVariable, type SchoolProfile } from '#shared/domain/comparators/types.ts';
import { refuse } from '#shared/kernel/result.ts';
import { findAuthoritySchools, listProfiles } from '../../storage/repositories/authority-schools.ts';
import { linesOf } from '../../storage/repositories/published.ts';
import { profilesOfPhase } from '../../storage/repositories/profiles-of-phase.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Db } from '../../storage/store.ts';
import type { Handler } from '../context.ts';
import { ownSchools, statedIn, type OwnSchool } from './own-schools.ts';
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
    const profile = (await listProfiles(db, laEstab)).findLast((one) =>
      MATCH_VARIABLES.some((variable) => one[variable] !== null),
    );
    const pool = profile ? await profilesOfPhase(db, phase, profile.schoolYear) : [];
    const subject: Profiled = {
      ...(profile ?? { laEstab, headcount: null, fsm: null, sen: null, eal: null }),
      name,
    };
    const { nearest, spreads } = nearestSchools(subject, pool, count);
    const shown = [subject, ...nearest.map((match) => match.school)];
    const figures = await figuresOf(db, own, laEstab, shown, profile?.schoolYear);
    const row = (one: Profiled, distance: number | null, over: readonly MatchVariable[]): Row => ({
      laEstab: one.laEstab,
      name: one.name,
      own: one.laEstab.startsWith(code),
      distance,
      over: [...over],
      profile: shares(one),
      figures: figures.of(one),
    });
    return {
      ok: true,
      value: {
        school: { laEstab, name, phase },
        ...(profile ? { profileYear: profile.schoolYear } : {}),
        ...(figures.year === undefined ? {} : { figuresYear: figures.year }),
        pool: pool.filter((one) => one.laEstab !== laEstab).length,
        variables: MATCH_VARIABLES.map((variable) => {
          const sd = spreads[variable];
          return {
            variable,
            weight: MATCH_WEIGHTS[variable],
            sd: sd === null || variable === 'headcount' ? sd : sd / 100,
          };
        }),
        missing: missingWords(profile, nearest.length, figures.year),
        rows: [
          row(subject, null, []),
          ...nearest.map(({ school: other, distance, over }) => row(other, distance, over)),
        ],
      },
    };
  });

/** Figures of the newest year that the school has whole or published: from returns that are here, else as published. */
async function figuresOf(
  db: Db,
  own: ReadonlyMap<string, OwnSchool>,
  laEstab: string,
  shown: readonly SchoolProfile[],
  profileYear: number | undefined,
) {
  const lines = (
    await linesOf(
      db,
      'school',
      shown.map((one) => one.laEstab),
    )
  ).filter(({ timeSpan }) => timeSpan === 'year');
  const school = own.get(laEstab);
  const years = [
    ...lines.filter((line) => line.areaCode === laEstab).map((line) => line.schoolYear),
    ...(school ? yearsStated(school) : []),
  ];
  const year = years.length === 0 ? profileYear : Math.max(...years);
  return {
    year: years.length === 0 ? undefined : year,
    of: (one: SchoolProfile): Row['figures'] => {
      const nothing = { permanent: null, fixed: null, fixedRate: null, onePlus: null, source: null };
      if (year === undefined) return nothing;
      const sent = own.get(one.laEstab);
      const stated = sent ? statedIn(sent, year) : undefined;
      if (stated) {
        return {
          permanent: String(stated.permanent),
          fixed: String(stated.fixed),
          fixedRate: one.headcount === null ? null : (publishedRate(stated.fixed, one.headcount) ?? null),
          onePlus: String(stated['one-plus']),
          source: 'Returns received',
        };
      }
      const line = lines.find(
        (candidate) => candidate.areaCode === one.laEstab && candidate.schoolYear === year,
      );
      if (!line) return nothing;
      return {
        permanent: line.figures['permanent'] ?? null,
        fixed: line.figures['fixed'] ?? null,
        fixedRate: line.figures['fixed-rate'] ?? null,
        onePlus: line.figures['one-plus'] ?? null,
        source: `${line.fileName}, line ${line.position}`,
      };
    },
  };
}

/** Years a school's returns hold whole. */
function yearsStated(school: OwnSchool): number[] {
  const years = new Set(
    school.windows.flatMap(({ from, to }) => [Number(from.slice(0, 4)), Number(to.slice(0, 4))]),
  );
  return [...years]
    .flatMap((year) => [year - 1, year])
    .filter((year) => statedIn(school, year) !== undefined);
}

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
