import { createRandom, type Random } from '#main/demonstration/random.ts';
import { addDays } from '#shared/kernel/plain-date.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import type { PupilGroup } from '#shared/domain/placements/types.ts';
import type {
  PlanAdmission,
  PlanProblem,
  PlanProvider,
  PlanProviderSession,
  PlanPupil,
} from '#shared/domain/planning/types.ts';

/** Wednesday to Tuesday: ten sessions of two ISO weeks. */
const DAYS = ['2025-11-12', '2025-11-13', '2025-11-14', '2025-11-17', '2025-11-18'] as const;
const SESSIONS: readonly Session[] = DAYS.flatMap((date) =>
  (['am', 'pm'] as const).map((slot) => ({ date, slot })),
);
const MONDAYS = ['2025-11-10', '2025-11-17'] as const;
/** Kilometres from one edge of the area to the other. */
const AREA = 16;
const SECONDARY_SCHOOLS = 16;
const PRIMARY_SCHOOLS = 24;
const PARTNERS = 5;

interface Point {
  readonly x: number;
  readonly y: number;
}
interface School extends Point {
  readonly id: string;
  readonly primary: boolean;
}
interface Arrangement {
  readonly provider: PlanProvider;
  readonly at: Point;
  readonly phases: readonly PupilGroup[];
  /** Schools that it takes pupils from: its own, or those it has an agreement with; all without the list. */
  readonly schools?: ReadonlySet<string>;
  /** Days of an exclusion that it takes pupils from, and how long the exclusion must be. */
  readonly fromDay: number;
  readonly longerThan: number;
}

/** A whole area in a busy week, every rule in use; not everybody can have a place. */
export function inventArea(
  seed: number,
  size: { readonly pupils: number; readonly providers: number },
): PlanProblem {
  const random = createRandom(seed);
  const point = (): Point => ({ x: random.next() * AREA, y: random.next() * AREA });
  const schools: School[] = Array.from({ length: SECONDARY_SCHOOLS + PRIMARY_SCHOOLS }, (_, at) => ({
    ...point(),
    id: `school-${String(at).padStart(2, '0')}`,
    primary: at >= SECONDARY_SCHOOLS,
  }));
  const secondary = schools.filter(({ primary }) => !primary);
  const arrangements = Array.from({ length: size.providers }, (_, at) =>
    inventProvider(random.fork(`provider ${String(at)}`), at, schools, size),
  );
  const pupils = Array.from({ length: size.pupils }, (_, at) => {
    const own = random.fork(`pupil ${String(at)}`);
    const school = own.chance(0.8) ? own.pick(secondary) : own.pick(schools.filter(({ primary }) => primary));
    return { ...inventPupil(own, at, school, arrangements), school };
  });
  const admissions = pupils.flatMap(({ pupil, from, length, school }) =>
    arrangements.flatMap((arrangement) =>
      admit(
        random.fork(`${pupil.id} ${arrangement.provider.id}`),
        pupil,
        school,
        { from, length },
        arrangement,
      ),
    ),
  );
  const keepApart = Array.from({ length: Math.round(size.pupils / 4) }, () => {
    const [a, b] = random.shuffled(pupils.filter(({ school }) => !school.primary));
    return [a?.pupil.id ?? '', b?.pupil.id ?? ''] as const;
  });
  const withExisting = arrangements.map(({ provider }) => addExisting(provider, pupils));
  return { pupils: pupils.map(({ pupil }) => pupil), providers: withExisting, admissions, keepApart };
}

const KINDS = ['internal-unit', 'pru', 'partner-school', 'la-centre'] as const;

function inventProvider(
  random: Random,
  at: number,
  schools: readonly School[],
  size: { readonly pupils: number; readonly providers: number },
): Arrangement {
  const id = `provider-${String(at).padStart(2, '0')}`;
  // 200 pupils on 40 providers are the measure that the capacities below are made for.
  const crowd = size.pupils / size.providers / 5;
  const kind = KINDS[at % KINDS.length] ?? 'pru';
  const host = random.pick(schools.filter(({ primary }) => primary === at % 8 >= 6));
  const place =
    kind === 'internal-unit' || kind === 'partner-school'
      ? host
      : { x: random.next() * AREA, y: random.next() * AREA };
  const [low, high] = { 'internal-unit': [2, 4], pru: [4, 8], 'partner-school': [1, 3], 'la-centre': [3, 6] }[
    kind
  ] as [number, number];
  const capacity = Math.max(1, Math.round(random.int(low, high) * crowd));
  const phases: readonly PupilGroup[] =
    kind === 'pru'
      ? ['secondary', 'long-term', ...(random.chance(0.5) ? (['primary'] as const) : [])]
      : kind === 'la-centre'
        ? random.chance(0.4)
          ? ['primary', 'secondary']
          : [random.chance(0.3) ? 'primary' : 'secondary']
        : [host.primary ? 'primary' : 'secondary'];
  const minDays = kind === 'pru' ? 2 : kind === 'la-centre' && random.chance(0.5) ? 3 : undefined;
  const maxDays =
    kind === 'partner-school'
      ? 3
      : kind === 'internal-unit'
        ? 2
        : kind === 'la-centre' && minDays === undefined
          ? 4
          : undefined;
  return {
    at: place,
    phases,
    fromDay: kind === 'pru' && random.chance(0.5) ? 3 : 1,
    longerThan: kind === 'la-centre' && random.chance(0.4) ? 3 : 0,
    ...(kind === 'internal-unit' ? { schools: new Set([host.id]) } : {}),
    ...(kind === 'partner-school' ? { schools: partnersOf(host, schools) } : {}),
    provider: {
      id,
      kind,
      sessions: SESSIONS.filter(() => random.chance(0.95)).map((session) =>
        inventRun(random, session, capacity),
      ),
      ...(kind === 'pru' || kind === 'la-centre'
        ? { schoolShare: Math.max(1, Math.round(capacity / 3)) }
        : {}),
      ...(kind === 'la-centre' || (kind === 'pru' && random.chance(0.5))
        ? { weekCapacity: { limit: Math.round(capacity * 1.5), weeks: [] } }
        : {}),
      separateGroups: phases.length > 1,
      ...(minDays === undefined ? {} : { minDays }),
      ...(maxDays === undefined ? {} : { maxDays }),
      costPence:
        kind === 'internal-unit'
          ? 0
          : kind === 'partner-school'
            ? 500 * random.int(0, 3)
            : 500 * random.int(4, 16),
      distanceMetres: Object.fromEntries(
        schools.flatMap((school) =>
          random.chance(0.05)
            ? []
            : [[school.id, Math.round(Math.hypot(school.x - place.x, school.y - place.y) * 1000)]],
        ),
      ),
      balance:
        kind === 'partner-school'
          ? Object.fromEntries(schools.map((school) => [school.id, random.int(-6, 6)]))
          : {},
    },
  };
}

/** Agreements are made with the nearest schools of the same phase. */
const partnersOf = (host: School, schools: readonly School[]): ReadonlySet<string> =>
  new Set(
    schools
      .filter((school) => school !== host && school.primary === host.primary)
      .toSorted((a, b) => Math.hypot(a.x - host.x, a.y - host.y) - Math.hypot(b.x - host.x, b.y - host.y))
      .slice(0, PARTNERS)
      .map(({ id }) => id),
  );

const inventRun = (random: Random, session: Session, capacity: number): PlanProviderSession => {
  const adults = random.chance(0.15);
  return {
    ...session,
    free: Math.max(0, capacity - (adults ? 1 : 0) - (random.chance(0.2) ? 1 : 0)),
    limitedBy: adults ? 'adults' : 'capacity',
    takenBySchool: {},
    group: null,
    present: [],
  };
};

function inventPupil(random: Random, at: number, school: School, arrangements: readonly Arrangement[]) {
  const id = `pupil-${String(at).padStart(3, '0')}`;
  const permanent = random.chance(0.08);
  const length = permanent
    ? 5
    : random.weighted([
        [1, 40],
        [2, 25],
        [3, 15],
        [4, 5],
        [5, 15],
      ] as const);
  const from = random.int(0, DAYS.length - length);
  const half = length === 1 && random.chance(0.3);
  const wanted = SESSIONS.filter((_, n) => {
    const day = Math.floor(n / 2);
    return day >= from && day < from + length && (!half || n % 2 === 1);
  });
  const primary = school.primary;
  const group: PupilGroup = primary ? 'primary' : permanent ? 'long-term' : 'secondary';
  const hosts = arrangements.filter(
    ({ phases, schools: hosted }) => phases.includes(group) && (!hosted || hosted.has(school.id)),
  );
  const existing = random.chance(0.1) && wanted.length > 4 && hosts.length > 0 ? wanted.slice(0, 2) : [];
  const host = hosts.length > 0 ? random.pick(hosts).provider.id : '';
  const pupil: PlanPupil = {
    id,
    schoolId: school.id,
    group,
    sessions: wanted.slice(existing.length),
    existing: existing.map((session) => ({ ...session, providerId: host })),
    inCare: random.chance(0.08),
    due: from === 0 || permanent || random.chance(0.3),
    permanent,
    yearGroup: primary ? random.int(1, 6) : random.int(7, 11),
  };
  return { pupil, from, length };
}

function admit(
  random: Random,
  pupil: PlanPupil,
  school: School,
  { from, length }: { readonly from: number; readonly length: number },
  { provider, at, phases, schools, fromDay, longerThan }: Arrangement,
): readonly PlanAdmission[] {
  if (!phases.includes(pupil.group) || (schools && !schools.has(pupil.schoolId))) return [];
  if (Math.hypot(school.x - at.x, school.y - at.y) > AREA * 0.5 || random.chance(0.05)) return [];
  const runs = new Set(provider.sessions.map(({ date, slot }) => `${date} ${slot}`));
  const may = ({ date, slot }: Session) =>
    runs.has(`${date} ${slot}`) &&
    length > longerThan &&
    DAYS.findIndex((day) => day === date) - from + 1 >= (pupil.permanent ? 1 : fromDay);
  const [sessions, refused] = [pupil.sessions.filter(may), pupil.sessions.filter((session) => !may(session))];
  const row = { pupilId: pupil.id, providerId: provider.id, sessions };
  return [
    {
      ...row,
      refused: refused.map((session) => ({
        ...session,
        refusals: [{ refusal: { type: 'not-run' }, waivable: false }],
      })),
    },
  ];
}

/** Places that pupils have already are taken, and seen by every rule. */
function addExisting(provider: PlanProvider, pupils: readonly { readonly pupil: PlanPupil }[]): PlanProvider {
  const here = pupils.flatMap(({ pupil }) =>
    pupil.existing.filter(({ providerId }) => providerId === provider.id).map((place) => ({ pupil, place })),
  );
  const sessions = provider.sessions.map((run) => {
    const present = here.filter(({ place }) => place.date === run.date && place.slot === run.slot);
    const takenBySchool: Record<string, number> = {};
    for (const { pupil } of present) takenBySchool[pupil.schoolId] = (takenBySchool[pupil.schoolId] ?? 0) + 1;
    return {
      ...run,
      free: Math.max(0, run.free - present.length),
      takenBySchool,
      group: present[0]?.pupil.group ?? null,
      present: present.map(({ pupil }) => pupil.id),
    };
  });
  if (!provider.weekCapacity) return { ...provider, sessions };
  const weeks = MONDAYS.map((monday) => ({
    monday,
    pupilIds: [
      ...new Set(
        here
          .filter(({ place }) => place.date >= monday && place.date < addDays(monday, 7))
          .map(({ pupil }) => pupil.id),
      ),
    ],
  }));
  return { ...provider, sessions, weekCapacity: { ...provider.weekCapacity, weeks } };
}
