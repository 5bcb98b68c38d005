import { createRandom, type Random } from '#main/demonstration/random.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { KIND_PRESETS, type KindPreset } from '#shared/domain/providers/kind-presets.ts';
import type { ProviderKind } from '#shared/domain/providers/types.ts';
import type { PlanAdmission, PlanProblem, PlanProvider, PlanPupil } from '#shared/domain/planning/types.ts';

/** Wednesday to Tuesday: ten sessions of two weeks. */
const DAYS = ['2025-11-12', '2025-11-13', '2025-11-14', '2025-11-17', '2025-11-18'] as const;
const SESSIONS: readonly Session[] = DAYS.flatMap((date) =>
  (['am', 'pm'] as const).map((slot) => ({ date, slot })),
);
/** Metres from one edge of the area to the other. */
const AREA = 16_000;
const SECONDARY_SCHOOLS = 16;
const PRIMARY_SCHOOLS = 24;

/** Forty providers of every kind that the planner may give; the first ones run with fewer. */
const KINDS: readonly (readonly [ProviderKind, number])[] = [
  ['internal-unit', 10],
  ['partner-school', 6],
  ['exchange-pair', 4],
  ['la-centre', 6],
  ['pru', 3],
  ['agency', 3],
  ['flexible-day', 2],
  ['split-day', 1],
  ['joint-primary-centre', 2],
  ['primary-rota', 1],
  ['tuition', 2],
];
/** Kinds that take only pupils of the school they belong to. */
const OWN_SCHOOL: ReadonlySet<ProviderKind> = new Set(['internal-unit', 'flexible-day', 'split-day']);
/** With how many schools there is an agreement. */
const AGREEMENTS: Partial<Record<ProviderKind, number>> = {
  'partner-school': 5,
  'exchange-pair': 1,
  'joint-primary-centre': 5,
};

interface School {
  readonly id: string;
  readonly primary: boolean;
  readonly x: number;
  readonly y: number;
}
interface Placed {
  readonly provider: PlanProvider;
  readonly preset: KindPreset;
  /** The schools it takes pupils from. */
  readonly schools: ReadonlySet<string>;
}
interface Waiting {
  readonly pupil: PlanPupil;
  /** The day of the week planned for on which the exclusion begins, and how many it has. */
  readonly from: number;
  readonly length: number;
}

const farFrom = (a: Pick<School, 'x' | 'y'>, b: Pick<School, 'x' | 'y'>): number =>
  Math.hypot(a.x - b.x, a.y - b.y);

/**
 * An area in a busy week with the rules that the kinds of provider really have (`KIND_PRESETS`): 200 pupils out on
 * some of ten sessions, 40 providers; some sessions have places out of use or an adult too few, some pupils have places
 * already, some are kept apart.
 */
export function busyArea(seed: number, pupils = 200): PlanProblem {
  const random = createRandom(seed);
  const schools = Array.from({ length: SECONDARY_SCHOOLS + PRIMARY_SCHOOLS }, (_, at): School => ({
    id: `school-${String(at).padStart(2, '0')}`,
    primary: at >= SECONDARY_SCHOOLS,
    x: random.int(0, AREA),
    y: random.int(0, AREA),
  }));
  const kinds = KINDS.flatMap(([kind, count]) => Array.from({ length: count }, () => kind));
  const placed = kinds.map((kind, at) =>
    inventProvider(random.fork(`provider ${String(at)}`), at, kind, schools),
  );
  const waiting = Array.from({ length: pupils }, (_, at) =>
    inventPupil(random.fork(`pupil ${String(at)}`), at, schools, placed),
  );
  const admissions = waiting.flatMap((one) =>
    placed.flatMap((where) => admit(random.fork(`${one.pupil.id} ${where.provider.id}`), one, where)),
  );
  const ids = waiting.map(({ pupil }) => pupil.id);
  return {
    pupils: waiting.map(({ pupil }) => pupil),
    providers: placed.map(({ provider }) => withExisting(provider, waiting)),
    admissions,
    keepApart: Array.from({ length: Math.round(pupils / 8) }, () => {
      const [a = '', b = ''] = random.shuffled(ids);
      return [a, b] as const;
    }),
  };
}

function inventProvider(random: Random, at: number, kind: ProviderKind, schools: readonly School[]): Placed {
  const preset = KIND_PRESETS[kind];
  const { rules, schoolShare, weekCapacity } = preset;
  const forPrimary = rules.yearGroups.length > 0 && Math.max(...rules.yearGroups) <= 6;
  const host = random.pick(schools.filter(({ primary }) => primary === forPrimary));
  const place =
    OWN_SCHOOL.has(kind) || kind in AGREEMENTS ? host : { x: random.int(0, AREA), y: random.int(0, AREA) };
  const near = schools
    .filter(({ id, primary }) => id !== host.id && primary === host.primary)
    .toSorted((a, b) => farFrom(a, host) - farFrom(b, host));
  const agreed = AGREEMENTS[kind];
  const takes = OWN_SCHOOL.has(kind) ? [host] : agreed === undefined ? schools : near.slice(0, agreed);
  const reciprocal = kind === 'partner-school' || kind === 'exchange-pair';
  return {
    preset,
    schools: new Set(takes.map(({ id }) => id)),
    provider: {
      id: `provider-${String(at).padStart(2, '0')}`,
      kind,
      sessions: SESSIONS.flatMap((session) => {
        const run = preset.sessions.find(({ slot }) => slot === session.slot);
        if (!run || random.chance(0.04)) return [];
        const lacking = rules.adultsNeeded !== undefined && random.chance(0.06);
        const outOfUse = random.chance(0.15) ? 1 : 0;
        return [
          {
            ...session,
            free: lacking ? 0 : Math.max(0, run.capacity - outOfUse),
            limitedBy: lacking ? ('adults' as const) : ('capacity' as const),
            takenBySchool: {},
            group: null,
            present: [],
          },
        ];
      }),
      ...(schoolShare === undefined ? {} : { schoolShare }),
      ...(weekCapacity === undefined ? {} : { weekCapacity: { limit: weekCapacity, weeks: [] } }),
      separateGroups: rules.separateGroups,
      ...(rules.minDays === undefined ? {} : { minDays: rules.minDays }),
      ...(rules.maxDays === undefined ? {} : { maxDays: rules.maxDays }),
      costPence: OWN_SCHOOL.has(kind) ? 2400 : 500 * random.int(3, 12),
      distanceMetres: Object.fromEntries(
        schools
          .filter(() => random.chance(0.95))
          .map((school) => [school.id, Math.round(farFrom(school, place))]),
      ),
      balance: reciprocal ? Object.fromEntries(schools.map(({ id }) => [id, random.int(-6, 6)])) : {},
    },
  };
}

function inventPupil(
  random: Random,
  at: number,
  schools: readonly School[],
  placed: readonly Placed[],
): Waiting {
  const school = random.chance(0.8)
    ? random.pick(schools.filter(({ primary }) => !primary))
    : random.pick(schools.filter(({ primary }) => primary));
  const permanent = random.chance(0.06);
  const length = permanent
    ? DAYS.length
    : random.weighted([
        [1, 34],
        [2, 24],
        [3, 18],
        [4, 8],
        [5, 16],
      ] as const);
  const from = random.int(0, DAYS.length - length);
  const fromNoon = random.chance(0.25);
  const all = SESSIONS.slice(from * 2 + (fromNoon ? 1 : 0), (from + length) * 2);
  const hosts = placed.filter(
    ({ schools: takes, provider }) => takes.has(school.id) && provider.minDays === undefined,
  );
  const existing = random.chance(0.08) && all.length > 4 && hosts.length > 0 ? all.slice(0, 2) : [];
  const host = hosts.length > 0 ? random.pick(hosts).provider.id : '';
  return {
    from,
    length: all.length / 2,
    pupil: {
      id: `pupil-${String(at).padStart(3, '0')}`,
      schoolId: school.id,
      group: permanent ? 'long-term' : school.primary ? 'primary' : 'secondary',
      sessions: all.slice(existing.length),
      existing: existing.map((session) => ({ ...session, providerId: host })),
      inCare: random.chance(0.06),
      due: permanent || random.chance(0.6),
      permanent,
      yearGroup: school.primary ? random.int(0, 6) : random.int(7, 11),
    },
  };
}

/** What the rules of admission say; schools have named who goes along in half of the cases. */
function admit(
  random: Random,
  { pupil, from, length }: Waiting,
  { provider, preset, schools }: Placed,
): readonly PlanAdmission[] {
  const { yearGroups, window, longerThanDays, escort } = preset.rules;
  if (!schools.has(pupil.schoolId)) return [];
  if (yearGroups.length > 0 && !yearGroups.includes(pupil.yearGroup)) return [];
  if (longerThanDays !== undefined && length <= longerThanDays) return [];
  const escorted = random.chance(0.5);
  const sessions = pupil.sessions.filter(({ date }) => {
    const day = DAYS.findIndex((one) => one === date) - from + 1;
    const inside = (days: { readonly fromDay: number; readonly toDay?: number | undefined }) =>
      day >= days.fromDay && day <= (days.toDay ?? DAYS.length);
    return (window === undefined || inside(window)) && (escort === undefined || escorted || !inside(escort));
  });
  const refused = pupil.sessions
    .filter((session) => !sessions.includes(session))
    .map((session) => ({
      ...session,
      refusals: [{ refusal: { type: 'not-run' as const }, waivable: false }],
    }));
  return sessions.length === 0 && refused.length === 0
    ? []
    : [{ pupilId: pupil.id, providerId: provider.id, sessions, refused }];
}

/** Places that pupils have already are taken, and seen by every rule. */
function withExisting(provider: PlanProvider, waiting: readonly Waiting[]): PlanProvider {
  const here = waiting.flatMap(({ pupil }) =>
    pupil.existing.filter(({ providerId }) => providerId === provider.id).map((place) => ({ pupil, place })),
  );
  return {
    ...provider,
    sessions: provider.sessions.map((run) => {
      const present = here.filter(({ place }) => place.date === run.date && place.slot === run.slot);
      const takenBySchool: Record<string, number> = {};
      for (const { pupil } of present)
        takenBySchool[pupil.schoolId] = (takenBySchool[pupil.schoolId] ?? 0) + 1;
      return {
        ...run,
        free: Math.max(0, run.free - present.length),
        takenBySchool,
        group: present[0]?.pupil.group ?? null,
        present: present.map(({ pupil }) => pupil.id),
      };
    }),
  };
}
