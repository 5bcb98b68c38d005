import type { HomeSchool } from './types.ts';

/** The home school's providers and book of places as rows of the tables. */
export function providerRows(
  { providers, placements, exclusions }: HomeSchool,
  schoolId: string,
  exclusionId: (index: number) => string,
  pupilId: (index: number) => string,
) {
  const stays = placements.map((placement, at) => ({
    ...placement,
    id: `demo-placement-${String(at + 1).padStart(4, '0')}`,
    exclusionId: exclusionId(placement.exclusion),
    permanent: exclusions[placement.exclusion]?.kind === 'permanent',
    pupilId: pupilId(exclusions[placement.exclusion]?.pupil ?? -1),
  }));
  return {
    providers: providers.map(({ id, kind, name, address, contactName, contactPhone }) => ({
      id,
      schoolId,
      kind,
      name,
      address,
      contactName,
      contactPhone,
      active: true,
      version: 1,
    })),
    providerSessions: providers.flatMap(({ id, sessions }) =>
      sessions.map((session) => ({ providerId: id, ...session })),
    ),
    providerClosures: providers.flatMap(({ id, closures }) =>
      closures.map(({ from, to, slot, reason }, at) => ({
        id: `${id}-closure-${at + 1}`,
        providerId: id,
        fromDate: from,
        toDate: to,
        slot,
        reason,
      })),
    ),
    placements: stays.map((stay) => ({
      id: stay.id,
      exclusionId: stay.exclusionId,
      pupilId: stay.pupilId,
      providerId: stay.provider,
      purpose: 'exclusion' as const,
      schoolId,
      pupilGroup: stay.permanent ? ('long-term' as const) : ('secondary' as const),
      expectedFrom: stay.sessions[0]?.date ?? stay.madeOn,
      expectedTo: stay.sessions.at(-1)?.date ?? stay.madeOn,
      madeBy: 'Demonstration',
      madeAt: `${stay.madeOn}T10:20:00.000Z`,
      version: 1,
    })),
    places: stays.flatMap((stay) =>
      stay.sessions.map(({ date, slot }, at) => ({
        id: `${stay.id}-${at + 1}`,
        placementId: stay.id,
        exclusionId: stay.exclusionId,
        pupilId: stay.pupilId,
        providerId: stay.provider,
        schoolId,
        date,
        slot,
        state: stay.state,
        heldUntil: stay.heldUntil === null ? null : `${stay.heldUntil}T17:00:00.000Z`,
        endedCode: stay.endedReason === null ? null : ('declined-by-parent' as const),
        endedReason: stay.endedReason,
        endedBy: stay.endedReason === null ? null : 'Demonstration',
        endedAt: stay.endedReason === null ? null : `${stay.madeOn}T12:00:00.000Z`,
      })),
    ),
  };
}
