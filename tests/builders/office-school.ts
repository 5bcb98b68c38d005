import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import type { ExclusionKind, ExclusionState } from '#shared/domain/exclusions/types.ts';
import type { ProviderKind } from '#shared/domain/providers/types.ts';
import { openExclusionApp, type ExclusionApp } from './exclusion-school.ts';
import { testCalendar } from './school.ts';

const index = indexCalendar(testCalendar);

/** "2025-11-13 am" as a session. */
export const session = (text: string): Session => ({
  date: text.slice(0, 10),
  slot: text.endsWith('am') ? 'am' : 'pm',
});

interface CaseOptions {
  readonly kind?: ExclusionKind;
  readonly state?: ExclusionState;
  readonly halfDays?: number;
  /** The first session given back. */
  readonly stopped?: string;
}

/** An application with a school, for tests of what the office keeps; cases are written straight into the tables. */
export interface OfficeApp extends ExclusionApp {
  /** An issued exclusion from a session, "2025-11-13 am"; gives the id. */
  exclude(pupilId: string, start: string, options?: CaseOptions): Promise<string>;
  /** Places of a case at a provider of a kind, named after it. */
  place(
    exclusionId: string,
    kind: ProviderKind,
    sessions: readonly string[],
    state?: 'booked' | 'held' | 'cancelled',
  ): Promise<void>;
  upnOf(pupilId: string): Promise<string>;
  setPupil(
    pupilId: string,
    values: Partial<{ enrolStatus: string; upn: string; ncYear: string }>,
  ): Promise<void>;
}

const NAMES: Readonly<Record<ProviderKind, string>> = {
  'internal-unit': 'Room 12',
  'partner-school': 'Hill School',
  'exchange-pair': 'Valley School',
  'la-centre': 'Riverside Centre',
  pru: 'The Bridge',
  agency: 'Community Links',
  'flexible-day': 'Late School',
  'split-day': 'Early and Late',
  'primary-rota': 'Primary Rota',
  'joint-primary-centre': 'Learning Centre',
  tuition: 'Tuition Team',
  'home-study': 'Study at Home',
  'learning-support-unit': 'Support Unit',
};

const DECIDED = '2025-11-12T12:00:00.000Z';

export async function openOfficeApp(): Promise<OfficeApp> {
  const app = await openExclusionApp();
  const { store } = app.services;
  let count = 0;
  const nextId = (what: string) => `${what}-${String((count += 1))}`;
  return {
    ...app,
    exclude: async (
      pupilId,
      text,
      { kind = 'fixed-period', state = 'issued', halfDays = 4, stopped } = {},
    ) => {
      const start = session(text);
      const id = nextId('case');
      const taken =
        kind === 'permanent'
          ? []
          : kind === 'lunchtime'
            ? index.sessionsFrom(start, halfDays * 2).filter(({ slot }) => slot === 'am')
            : index.sessionsFrom(start, halfDays);
      const end = taken.at(-1);
      const back = stopped === undefined ? undefined : session(stopped);
      await store.write(async (db) => {
        const t = db.tables;
        await db.insert(t.exclusions).values({
          id,
          schoolId: 'school-1',
          pupilId,
          kind,
          state,
          ruleSet: 'england-2022',
          startDate: start.date,
          startSlot: start.slot,
          endDate: end?.date ?? null,
          endSlot: end?.slot ?? null,
          halfDays: kind === 'permanent' ? null : halfDays,
          decidedBy: 'Mrs Head',
          stoppedOn: back?.date ?? null,
          stoppedSlot: back?.slot ?? null,
          inCare: false,
          recordedBy: 'Test Person',
          recordedAt: DECIDED,
          issuedBy: 'Test Person',
          issuedAt: DECIDED,
          version: 1,
        });
        for (const { date, slot } of state === 'draft' ? [] : taken) {
          await db.insert(t.exclusionHalfDays).values({
            exclusionId: id,
            pupilId,
            date,
            slot: kind === 'lunchtime' ? 'lunch' : slot,
            givenBack: stopped !== undefined && `${date} ${slot}` >= stopped,
          });
        }
      });
      return id;
    },
    place: async (exclusionId, kind, sessions, state = 'booked') => {
      await store.write(async (db) => {
        const t = db.tables;
        const cases = await db.select().from(t.exclusions);
        const one = cases.find(({ id }) => id === exclusionId);
        const pupilId = one?.pupilId ?? '';
        const providerId = `provider-${kind}`;
        await db
          .insert(t.providers)
          .values({ id: providerId, schoolId: 'school-1', kind, name: NAMES[kind], active: true, version: 1 })
          .onConflictDoNothing();
        await db
          .insert(t.providerSessions)
          .values(
            [1, 2, 3, 4, 5].flatMap((weekday) => [
              { providerId, weekday, slot: 'am' as const, capacity: 9, starts: '09:00', ends: '12:00' },
              { providerId, weekday, slot: 'pm' as const, capacity: 9, starts: '13:00', ends: '15:00' },
            ]),
          )
          .onConflictDoNothing();
        const placementId = nextId('placement');
        await db.insert(t.placements).values({
          id: placementId,
          exclusionId,
          pupilId,
          providerId,
          purpose: 'exclusion',
          schoolId: 'school-1',
          pupilGroup: 'secondary',
          expectedFrom: session(sessions[0] ?? '').date,
          expectedTo: session(sessions.at(-1) ?? '').date,
          madeBy: 'Test Person',
          madeAt: DECIDED,
          version: 1,
        });
        for (const text of sessions) {
          await db.insert(t.places).values({
            id: nextId('place'),
            placementId,
            exclusionId,
            pupilId,
            providerId,
            schoolId: 'school-1',
            ...session(text),
            state,
            heldUntil: state === 'held' ? '2025-11-12T18:00:00.000Z' : null,
            endedReason: state === 'cancelled' ? 'Ill' : null,
          });
        }
      });
    },
    upnOf: (pupilId) =>
      store.read(async (db) => {
        const rows = await db.select().from(db.tables.pupils);
        return rows.find(({ id }) => id === pupilId)?.upn ?? '';
      }),
    setPupil: async (pupilId, values) => {
      await store.write(async (db) => {
        const { pupils } = db.tables;
        const rows = await db.select().from(pupils);
        const row = rows.find(({ id }) => id === pupilId);
        if (row === undefined) throw new Error(`no pupil ${pupilId}`);
        await db
          .insert(pupils)
          .values({ ...row, ...values })
          .onConflictDoUpdate({ target: pupils.id, set: values });
      });
    },
  };
}
