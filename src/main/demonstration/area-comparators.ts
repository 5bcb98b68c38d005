import type {
  AuthorityGroup,
  AuthoritySchool,
  ProfileRow,
} from '../storage/repositories/authority-schools.ts';
import { EARLIER_YEARS } from './earlier-years.ts';
import { createRandom, type Random } from './random.ts';
import type { AreaPhase, AreaSchool, DemonstrationArea } from './types.ts';

/** Where shares of pupils lie in an invented school, in hundredths of a per cent. */
const SHARES: Readonly<
  Record<AreaPhase, Readonly<Record<'fsm' | 'sen' | 'eal', readonly [number, number]>>>
> = {
  secondary: { fsm: [900, 4200], sen: [900, 2100], eal: [300, 3600] },
  primary: { fsm: [600, 4600], sen: [1000, 2300], eal: [200, 4400] },
  pru: { fsm: [4500, 6500], sen: [7000, 9000], eal: [300, 900] },
};

/**
 * What the invented authority knows of its schools beside their returns: a list of them with clusters (a secondary school
 * with its feeder primary schools), who their pupils are, and the group the authority is in. No published figures: those
 * are real, and are imported.
 */
export function areaComparators({ seed, today, la, schools }: DemonstrationArea): {
  readonly schools: readonly AuthoritySchool[];
  readonly profiles: readonly ProfileRow[];
  readonly groups: readonly AuthorityGroup[];
} {
  const secondary = schools.filter(({ phase }) => phase === 'secondary');
  const primary = schools.filter(({ phase }) => phase === 'primary');
  return {
    schools: schools.map((school) => {
      const at = primary.indexOf(school);
      const head = at < 0 ? school : secondary[at % secondary.length];
      return {
        laEstab: school.laEstab,
        urn: school.urn,
        name: school.name,
        phase: school.phase,
        type: null,
        cluster: school.phase === 'pru' ? null : `${head?.name ?? la.name} cluster`,
        openOn: null,
        closedOn: null,
        headName: null,
        address: null,
        source: 'demonstration',
      };
    }),
    profiles: schools.flatMap(({ laEstab, phase, headcounts: own }) => {
      const random = createRandom(seed).fork(`profile ${laEstab}`);
      const shares = SHARES[phase];
      const [fsm, sen, eal] = (['fsm', 'sen', 'eal'] as const).map((share) => random.int(...shares[share]));
      return [...earlierHeadcounts(random, own), ...own]
        .filter(({ schoolYear }) => `${schoolYear + 1}-01-15` <= today)
        .map(({ schoolYear, pupils }) => ({
          laEstab,
          schoolYear,
          headcount: pupils,
          fsm: (fsm ?? 0) + random.int(-80, 80),
          sen: (sen ?? 0) + random.int(-60, 60),
          eal: (eal ?? 0) + random.int(-60, 60),
          source: 'demonstration',
        }));
    }),
    groups: [{ la: la.code, laName: la.name, groupName: 'Invented group', region: null }],
  };
}

/** Pupils on roll in the years before the area's own, near those of its first. */
function earlierHeadcounts(random: Random, [first]: AreaSchool['headcounts']): AreaSchool['headcounts'] {
  if (first === undefined) return [];
  return Array.from({ length: EARLIER_YEARS }, (_, at) => ({
    schoolYear: first.schoolYear - EARLIER_YEARS + at,
    pupils: Math.round((first.pupils * random.int(96, 104)) / 100),
  }));
}
