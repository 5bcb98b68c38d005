import type { Slot } from '#shared/domain/calendar/types.ts';
import type { ExclusionKind } from '#shared/domain/exclusions/types.ts';
import type { SchoolHost } from './school.ts';

export interface ExclusionOptions {
  readonly id: string;
  readonly pupilId: string;
  readonly kind?: ExclusionKind;
  readonly state?: 'draft' | 'issued';
  readonly reasons?: readonly string[];
  /** The half days it takes, in order; a permanent exclusion has its start here and nothing more. */
  readonly halfDays: readonly (readonly [date: string, slot: Slot | 'lunch'])[];
}

/** Records an exclusion straight into the tables, with the half days given: no rule is asked. */
export async function addExclusion(
  app: SchoolHost,
  { id, pupilId, kind = 'fixed-period', state = 'issued', reasons = ['PP'], halfDays }: ExclusionOptions,
): Promise<void> {
  const [first, last] = [halfDays.at(0), halfDays.at(-1)];
  const slotOf = (slot: Slot | 'lunch' | undefined): Slot | null =>
    slot === undefined ? null : slot === 'lunch' ? 'am' : slot;
  const permanent = kind === 'permanent';
  const issued = state === 'issued';
  await app.services.store.write(async (db) => {
    const { exclusions, exclusionReasons, exclusionHalfDays } = db.tables;
    await db.insert(exclusions).values({
      id,
      schoolId: 'school-1',
      pupilId,
      kind,
      state,
      ruleSet: 'england-2022',
      startDate: first?.[0] ?? null,
      startSlot: slotOf(first?.[1]),
      endDate: permanent ? null : (last?.[0] ?? null),
      endSlot: permanent ? null : slotOf(last?.[1]),
      halfDays: permanent ? null : halfDays.length,
      incidentOn: first?.[0] ?? null,
      incidentAt: null,
      incidentPlace: null,
      incidentAccount: null,
      incidentLesson: null,
      decidedBy: 'Head Teacher',
      senProvision: null,
      inCare: false,
      recordedBy: 'Test Person',
      recordedAt: app.services.clock.now(),
      issuedBy: issued ? 'Head Teacher' : null,
      issuedAt: issued ? app.services.clock.now() : null,
      version: 1,
    });
    await db
      .insert(exclusionReasons)
      .values(reasons.map((code, at) => ({ exclusionId: id, position: at + 1, code })));
    if (issued && !permanent) {
      await db
        .insert(exclusionHalfDays)
        .values(halfDays.map(([date, slot]) => ({ exclusionId: id, pupilId, date, slot, givenBack: false })));
    }
    return { ok: true };
  });
}

/** Books places for an exclusion at one provider, which is made when it is not there. */
export async function addPlaces(
  app: SchoolHost,
  options: {
    readonly exclusionId: string;
    readonly pupilId: string;
    readonly provider: string;
    readonly state?: 'booked' | 'held' | 'cancelled';
    readonly heldUntil?: string;
    readonly sessions: readonly (readonly [date: string, slot: Slot])[];
  },
): Promise<void> {
  const { exclusionId, pupilId, provider, state = 'booked', heldUntil = null, sessions } = options;
  const ended = state === 'cancelled' ? { endedReason: 'Not needed', endedBy: 'Test', endedAt: 'now' } : {};
  await app.services.store.write(async (db) => {
    const { providers, providerSessions, placements, places } = db.tables;
    const providerId = `provider ${provider}`;
    await db
      .insert(providers)
      .values({
        id: providerId,
        schoolId: 'school-1',
        kind: 'pru',
        name: provider,
        address: null,
        contactName: null,
        contactPhone: null,
        active: true,
        version: 1,
      })
      .onConflictDoNothing();
    await db
      .insert(providerSessions)
      .values(
        [1, 2, 3, 4, 5].flatMap((weekday) =>
          (['am', 'pm'] as const).map((slot) => ({
            providerId,
            weekday,
            slot,
            capacity: 8,
            starts: slot === 'am' ? '09:00' : '13:00',
            ends: slot === 'am' ? '12:00' : '15:00',
          })),
        ),
      )
      .onConflictDoNothing();
    const placementId = `${exclusionId} ${provider} ${state}`;
    await db.insert(placements).values({
      id: placementId,
      exclusionId,
      pupilId,
      providerId,
      purpose: 'exclusion',
      schoolId: 'school-1',
      pupilGroup: 'secondary',
      expectedFrom: sessions[0]?.[0] ?? '',
      expectedTo: sessions.at(-1)?.[0] ?? '',
      madeBy: 'Test Person',
      madeAt: app.services.clock.now(),
      version: 1,
    });
    await db.insert(places).values(
      sessions.map(([date, slot]) => ({
        id: `${placementId} ${date} ${slot}`,
        placementId,
        exclusionId,
        pupilId,
        providerId,
        schoolId: 'school-1',
        date,
        slot,
        state,
        heldUntil,
        ...ended,
      })),
    );
    return { ok: true };
  });
}
