import { NO_RULES } from '#shared/domain/providers/no-rules.ts';
import type { Slot } from '#shared/domain/calendar/types.ts';
import { weekdayOf, type IsoDate } from '#shared/kernel/plain-date.ts';
import type { AreaMark, HomeSchool } from './types.ts';

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
  const startOf = (providerId: string, date: IsoDate, slot: Slot): string =>
    providers
      .find(({ id }) => id === providerId)
      ?.sessions.find((one) => one.weekday === weekdayOf(date) && one.slot === slot)?.starts ?? '09:00';
  return {
    providers: providers.map(({ id, kind, name, address, contactName, contactPhone, ...more }) => ({
      id,
      schoolId,
      kind,
      name,
      address,
      contactName,
      contactPhone,
      active: true,
      weekCapacity: more.weekCapacity ?? null,
      schoolShare: more.schoolShare ?? null,
      partnerSchoolId: more.partnerLaEstab === undefined ? null : `demo-school-${more.partnerLaEstab}`,
      rules: { ...NO_RULES, ...more.rules },
      version: 1,
    })),
    providerAdults: providers.flatMap(({ id, adults }) =>
      adults.map(({ name, weekday, date, slot, here }, at) => ({
        id: `${id}-adult-${at + 1}`,
        providerId: id,
        name,
        weekday: weekday ?? null,
        date: date ?? null,
        slot,
        here,
      })),
    ),
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
        ...markOf(stay.marks?.[at], date, startOf(stay.provider, date, slot)),
      })),
    ),
  };
}

/** The mark of a place as columns; times are those of somebody who came late. */
function markOf(mark: AreaMark | null | undefined, date: IsoDate, starts: string) {
  if (!mark) return {};
  const { outcome, reason, minutesLate } = mark;
  return {
    outcome,
    outcomeReason: reason ?? null,
    arrivedAt: minutesLate === undefined ? null : later(starts, minutesLate),
    markedBy: 'Demonstration',
    markedAt: `${date}T15:30:00.000Z`,
  };
}

function later(time: string, minutes: number): string {
  const total = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}
