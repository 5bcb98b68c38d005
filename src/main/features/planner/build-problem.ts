import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import { adultsOn } from '#shared/domain/providers/adults-on.ts';
import { capacityOn } from '#shared/domain/providers/session-of.ts';
import { KIND_FACTS } from '#shared/domain/providers/provider-kinds.ts';
import { mondayOf } from '#shared/domain/calendar/monday-of.ts';
import { isWaivable } from '#shared/domain/placements/waivable.ts';
import type { RefusalType } from '#shared/domain/placements/types.ts';
import { needsEscort, whyNotEach } from '#shared/domain/placements/why-not.ts';
import type {
  PlanAdmission,
  PlanProblem,
  PlanProvider,
  PlanPupil,
  PlanRefusal,
} from '#shared/domain/planning/types.ts';
import type { StoredProvider } from '../../storage/repositories/providers.ts';
import { askingOf, requestFor } from '../place-facts.ts';
import type { PlanFacts, WaitingCase } from './read-plan-facts.ts';

/** What the planner itself sees to: these depend on who else is placed. */
const OF_THE_PLAN: ReadonlySet<RefusalType> = new Set([
  'full',
  'week-full',
  'share-full',
  'kept-apart',
  'group',
  'stay-long',
]);

/** Nursery, reception and who has no year group on the roll come before Year 1. */
const NO_YEAR = -1;

/**
 * The problem that a plan solves, by the same rules as a booking. Pupils go by the id of their exclusion, so that a plan
 * can be booked as it is. Providers out of use, and study at home, are left out: the planner gives supervised places.
 */
export function buildProblem(facts: PlanFacts): PlanProblem {
  const { place, waiting } = facts;
  const providers = [...place.providers.values()].filter(
    ({ active, kind }) => active && KIND_FACTS[kind].countsAs === 'supervised',
  );
  const wanted = new Map(
    waiting.flatMap((one) => one.wanted.map((session) => [sessionKey(session), session] as const)),
  );
  const sessions = [...wanted.values()].toSorted((a, b) => (sessionKey(a) < sessionKey(b) ? -1 : 1));
  const exclusionOf = new Map(waiting.map(({ exclusion }) => [exclusion.pupilId, exclusion.id]));
  return {
    pupils: waiting.map((one) => planPupil(one, facts)),
    providers: providers.map((provider) => planProvider(provider, sessions, facts, exclusionOf)),
    admissions: waiting.flatMap((one) => providers.map((provider) => admissionOf(one, provider, facts))),
    keepApart: place.pairs
      .filter(({ fromDate, toDate }) => fromDate <= facts.days.to && (toDate ?? '9999') >= facts.days.from)
      .map(({ pupilA, pupilB }) => [exclusionOf.get(pupilA) ?? pupilA, exclusionOf.get(pupilB) ?? pupilB]),
  };
}

function planPupil({ exclusion, wanted }: WaitingCase, { place, dueFromDay }: PlanFacts): PlanPupil {
  const { id, pupilId, schoolId, group, inCare, kind, yearGroup } = exclusion;
  return {
    id,
    schoolId,
    group,
    sessions: wanted.map(({ date, slot }) => ({ date, slot })),
    existing: place.places
      .filter((one) => one.pupilId === pupilId && one.exclusionId === id)
      .map(({ providerId, date, slot }) => ({ providerId, date, slot })),
    inCare,
    due: (wanted[0]?.day ?? 0) >= (inCare ? dueFromDay.inCare : dueFromDay.usual),
    permanent: kind === 'permanent',
    yearGroup: yearGroup ?? NO_YEAR,
  };
}

function planProvider(
  provider: StoredProvider,
  sessions: readonly Session[],
  { place, schoolId, balance }: PlanFacts,
  exclusionOf: ReadonlyMap<string, string>,
): PlanProvider {
  const { id, kind, rules, weekCapacity, schoolShare, partnerSchoolId } = provider;
  const planId = (pupilId: string) => exclusionOf.get(pupilId) ?? pupilId;
  const mondays = [...new Set(sessions.map(({ date }) => mondayOf(date)))];
  return {
    id,
    kind,
    sessions: sessions.map((session) => {
      const there = place.book.at(id, session);
      const bySchool: Record<string, number> = {};
      for (const one of there) bySchool[one.schoolId] = (bySchool[one.schoolId] ?? 0) + 1;
      const enough = !lacksOneAdult(provider, session);
      return {
        ...session,
        free: enough ? Math.max(0, capacityOn(provider, session) - there.length) : 0,
        limitedBy: enough ? ('capacity' as const) : ('adults' as const),
        takenBySchool: bySchool,
        group: there[0]?.group ?? null,
        present: there.map(({ pupilId }) => planId(pupilId)),
      };
    }),
    ...(schoolShare === null ? {} : { schoolShare }),
    ...(weekCapacity === null
      ? {}
      : {
          weekCapacity: {
            limit: weekCapacity,
            weeks: mondays.map((monday) => ({
              monday,
              pupilIds: [...place.book.pupilsInWeek(id, monday)].map(planId),
            })),
          },
        }),
    separateGroups: rules.separateGroups,
    ...(rules.minDays === undefined ? {} : { minDays: rules.minDays }),
    ...(rules.maxDays === undefined ? {} : { maxDays: rules.maxDays }),
    costPence: rules.costPence ?? 0,
    distanceMetres: rules.distanceMetres === undefined ? {} : { [schoolId]: rules.distanceMetres },
    balance: partnerSchoolId === null ? {} : { [schoolId]: balance.get(partnerSchoolId) ?? 0 },
  };
}

/** Whether exactly one adult is missing for the session to go ahead. */
function lacksOneAdult(provider: StoredProvider, session: Session): boolean {
  const { adultsNeeded } = provider.rules;
  return adultsNeeded !== undefined && adultsOn(provider, session).length === adultsNeeded - 1;
}

/** Where a provider takes the pupil whatever else is planned; who goes along must be named before. */
function admissionOf(one: WaitingCase, provider: StoredProvider, { place }: PlanFacts): PlanAdmission {
  const { exclusion, toCover, wanted } = one;
  const request = requestFor(place, askingOf(exclusion, toCover, place.pairs), provider);
  const against = new Map(
    whyNotEach(request, wanted).map(({ refusals, ...session }) => [
      sessionKey(session),
      refusals
        .filter(({ type }) => !OF_THE_PLAN.has(type))
        // One adult more would open the session: that is shown as room that is missing.
        .filter(({ type }) => type !== 'adults' || !lacksOneAdult(provider, session))
        .map((refusal): PlanRefusal => ({ refusal, waivable: isWaivable(refusal) })),
    ]),
  );
  const refusalsOf = (session: Session & { readonly day: number }): readonly PlanRefusal[] => {
    const found = against.get(sessionKey(session)) ?? [];
    const window = provider.rules.escort;
    return window !== undefined && needsEscort(request, session)
      ? [...found, { refusal: { type: 'escort', window, day: session.day }, waivable: true }]
      : found;
  };
  const judged = wanted.map((session) => ({
    date: session.date,
    slot: session.slot,
    refusals: refusalsOf(session),
  }));
  return {
    pupilId: exclusion.id,
    providerId: provider.id,
    sessions: judged
      .filter(({ refusals }) => refusals.length === 0)
      .map(({ date, slot }) => ({ date, slot })),
    refused: judged.filter(({ refusals }) => refusals.length > 0),
  };
}
