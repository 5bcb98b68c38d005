import { createRandom, type Random } from '#main/demonstration/random.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import type { PupilGroup } from '#shared/domain/placements/types.ts';
import type {
  PlanAdmission,
  PlanPlace,
  PlanProblem,
  PlanProvider,
  PlanProviderSession,
  PlanPupil,
} from '#shared/domain/planning/types.ts';

/** Friday, Monday and Tuesday: two weeks. */
const DAYS = ['2025-11-14', '2025-11-17', '2025-11-18'] as const;
const ALL: readonly Session[] = DAYS.flatMap((date) =>
  (['am', 'pm'] as const).map((slot) => ({ date, slot })),
);
const SCHOOLS = ['north', 'south'] as const;
const GROUPS: readonly PupilGroup[] = ['secondary', 'primary', 'long-term'];

/** A small problem with every rule in use now and then, small enough to try every plan. */
export function smallProblem(seed: number): PlanProblem {
  const random = createRandom(seed);
  const count = random.weighted([
    [2, 35],
    [3, 45],
    [4, 20],
  ] as const);
  const ids = Array.from({ length: random.int(2, 3) }, (_, at) => `provider-${String(at)}`);
  const pupils = Array.from({ length: count }, (_, at) => smallPupil(random, at, count, ids));
  const providers = ids.map((id) => smallProvider(random, id, pupils));
  const admissions = pupils.flatMap((pupil) =>
    providers.flatMap(({ id }) => smallAdmission(random, pupil, id)),
  );
  const keepApart = pupils.flatMap((one, at) =>
    [...pupils.slice(at + 1).map(({ id }) => id), 'somebody'].flatMap((other) =>
      random.chance(0.12) ? [[one.id, other] as const] : [],
    ),
  );
  return { pupils, providers, admissions, keepApart };
}

function smallPupil(random: Random, at: number, count: number, providers: readonly string[]): PlanPupil {
  const from = random.int(0, 2);
  const length = random.int(1, count > 3 ? 2 : count > 2 ? 3 : 4);
  const sessions = random.chance(0.8)
    ? ALL.slice(from, from + length)
    : random.shuffled(ALL).slice(0, length);
  const left = ALL.filter((session) => !sessions.includes(session));
  const existing: readonly PlanPlace[] = random.chance(0.35)
    ? random
        .shuffled(left)
        .slice(0, random.int(1, 2))
        .map((session) => ({ ...session, providerId: random.pick(providers) }))
    : [];
  return {
    id: `pupil-${String(at)}`,
    schoolId: random.pick(SCHOOLS),
    group: random.chance(0.6) ? 'secondary' : random.pick(GROUPS),
    sessions,
    existing,
    inCare: random.chance(0.2),
    due: random.chance(0.4),
    permanent: random.chance(0.2),
    yearGroup: random.int(1, 11),
  };
}

function smallProvider(random: Random, id: string, pupils: readonly PlanPupil[]): PlanProvider {
  const stays = random.weighted([
    [[undefined, undefined], 5],
    [[2, undefined], 2],
    [[undefined, 1], 2],
    [[2, 2], 1],
    [[undefined, 2], 1],
  ] as const);
  return {
    id,
    kind: random.pick(['pru', 'partner-school', 'la-centre', 'internal-unit'] as const),
    sessions: ALL.filter(() => random.chance(0.9)).map((session) => smallRun(random, session, id, pupils)),
    ...(random.chance(0.3) ? { schoolShare: random.int(1, 2) } : {}),
    ...(random.chance(0.3) ? { weekCapacity: { limit: random.int(1, 2), weeks: weeksOf(id, pupils) } } : {}),
    separateGroups: random.chance(0.4),
    ...(stays[0] === undefined ? {} : { minDays: stays[0] }),
    ...(stays[1] === undefined ? {} : { maxDays: stays[1] }),
    costPence: 100 * random.int(0, 3),
    distanceMetres: Object.fromEntries(
      SCHOOLS.flatMap((school) => (random.chance(0.8) ? [[school, 100 * random.int(0, 5)]] : [])),
    ),
    balance: Object.fromEntries(
      SCHOOLS.flatMap((school) => (random.chance(0.4) ? [[school, random.int(-2, 2)]] : [])),
    ),
  };
}

const hereIn = (session: Session, providerId: string, pupils: readonly PlanPupil[]) =>
  pupils.filter(({ existing }) =>
    existing.some(
      (place) =>
        place.providerId === providerId && place.date === session.date && place.slot === session.slot,
    ),
  );

function smallRun(
  random: Random,
  session: Session,
  id: string,
  pupils: readonly PlanPupil[],
): PlanProviderSession {
  const here = hereIn(session, id, pupils);
  const stranger = random.chance(0.15);
  const takenBySchool: Record<string, number> = {};
  for (const { schoolId } of here) takenBySchool[schoolId] = (takenBySchool[schoolId] ?? 0) + 1;
  return {
    ...session,
    free: random.weighted([
      [0, 1],
      [1, 6],
      [2, 3],
      [3, 1],
    ] as const),
    limitedBy: random.chance(0.3) ? 'adults' : 'capacity',
    takenBySchool,
    group: here[0]?.group ?? (stranger ? random.pick(GROUPS) : null),
    present: [...here.map((pupil) => pupil.id), ...(stranger ? ['somebody'] : [])],
  };
}

const weeksOf = (providerId: string, pupils: readonly PlanPupil[]) =>
  [
    ['2025-11-10', '2025-11-16'],
    ['2025-11-17', '2025-11-23'],
  ].map(([monday = '', sunday = '']) => ({
    monday,
    pupilIds: pupils
      .filter(({ existing }) =>
        existing.some(
          (place) => place.providerId === providerId && place.date >= monday && place.date <= sunday,
        ),
      )
      .map(({ id }) => id),
  }));

function smallAdmission(random: Random, pupil: PlanPupil, providerId: string): readonly PlanAdmission[] {
  if (random.chance(0.15)) return [];
  const refusedAt = new Set(pupil.sessions.filter(() => random.chance(0.12)));
  return [
    {
      pupilId: pupil.id,
      providerId,
      sessions: pupil.sessions.filter((session) => !refusedAt.has(session)),
      refused: [...refusedAt].map((session) => ({
        ...session,
        refusals: [{ refusal: { type: 'closed', reason: 'Training' }, waivable: random.chance(0.5) }],
      })),
    },
  ];
}
