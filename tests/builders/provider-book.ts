import type { ExclusionKind } from '#shared/domain/exclusions/types.ts';
import type { OperationInput } from '#shared/contract/contract.ts';
import { NO_RULES } from '#shared/domain/providers/no-rules.ts';
import type {
  ProviderHost,
  ProviderKind,
  ProviderRules,
  ProviderSession,
  RosteredAdult,
} from '#shared/domain/providers/types.ts';
import type { Session, Slot } from '#shared/domain/calendar/types.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import type { Db } from '#main/storage/store.ts';
import { openTestApp, type GivenServices, type TestApp } from './app.ts';

/** Every half day of the week with one capacity, at the usual times. */
export const wholeWeek = (capacity: number): ProviderSession[] =>
  [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, slot: 'am' as const, capacity, starts: '09:00', ends: '12:00' },
    { weekday, slot: 'pm' as const, capacity, starts: '13:00', ends: '15:30' },
  ]);

const NOON = Date.parse('2025-11-12T12:00:00.000Z');

interface ExclusionOptions {
  readonly kind?: ExclusionKind;
  readonly state?: 'draft' | 'issued';
  readonly start?: Session;
  readonly end?: Session;
  readonly form?: string;
  readonly inCare?: boolean;
  /** Code of the National Curriculum year on the roll; none unless told. */
  readonly ncYear?: string;
}

/** A provider's form with only what matters to the test. */
type Arrangement = Omit<OperationInput<'providers.save'>, 'rules' | 'kind' | 'sessions'> & {
  readonly kind?: ProviderKind;
  readonly sessions?: ProviderSession[];
  readonly rules?: Partial<ProviderRules>;
};

interface OtherPupil {
  readonly ncYear?: string;
  /** Of a school that is made with this name; of our own unless told. */
  readonly school?: string;
}

/** An application with one school, for tests of providers and places. */
export interface BookApp extends TestApp {
  /** A pupil "Forename Surname" of the school, issued with an exclusion; gives the exclusion's id. */
  exclude(name: string, options?: ExclusionOptions): Promise<string>;
  /** A provider open all week; gives its id. */
  provider(name: string, capacity: number): Promise<string>;
  /** A provider with rules of its own, a PRU of twelve places all week unless told otherwise; gives its id. */
  arrange(form: Arrangement): Promise<string>;
  /** Who is down for a provider's sessions. */
  roster(providerId: string, adults: readonly RosteredAdult[]): Promise<void>;
  /** Which centres host a rota. */
  hosts(providerId: string, hosts: readonly ProviderHost[]): Promise<void>;
  /** A pupil "Forename Surname" without any exclusion; gives the pupil's id. */
  pupil(name: string, options?: OtherPupil): Promise<string>;
  /** The pupil of an exclusion. */
  pupilOf(exclusionId: string): string;
  /** Every place there ever was, by id, with its state. */
  book(): Promise<ReadonlyMap<string, string>>;
  /** Lets `hours` go by on the clock, from noon of the day the app believes in. */
  wait(hours: number): void;
}

/**
 * A secondary school in its autumn term 2025, half-term in the last week of October. The app believes it is noon on
 * Wed 12 November 2025; exclusions are of five days from the next Monday unless told otherwise.
 */
export async function openBook(given?: GivenServices): Promise<BookApp> {
  const app = openTestApp('2025-11-12', undefined, given);
  const { store } = app.services;
  await store.write(addSchool);
  let hours = 0;
  const now = () => new Date(NOON + hours * 3_600_000).toISOString();
  // The application keeps the clock it was opened with, so the clock itself learns to move.
  Object.assign(app.services.clock, { now, today: () => now().slice(0, 10) } satisfies Clock);
  return {
    ...app,
    exclude: (name, options = {}) =>
      store.write((db) => addExclusion(db, app.services.newId(), name, options)),
    provider: async (name, capacity) => {
      const form = { kind: 'pru' as const, name, sessions: wholeWeek(capacity) };
      return (await app.must('providers.save', form)).id;
    },
    arrange: async ({ kind = 'pru', sessions = wholeWeek(12), rules = {}, ...form }) => {
      const { yearGroups, papers, courses, ...more } = { ...NO_RULES, ...rules };
      const full = { ...more, yearGroups: [...yearGroups], papers: [...papers], courses: [...courses] };
      return (await app.must('providers.save', { kind, sessions, ...form, rules: full })).id;
    },
    roster: async (providerId, adults) => {
      await store.write((db) =>
        db
          .insert(db.tables.providerAdults)
          .values(adults.map((adult) => ({ id: app.services.newId(), providerId, ...adult }))),
      );
    },
    hosts: async (providerId, hosts) => {
      await store.write((db) =>
        db.insert(db.tables.providerHosts).values(hosts.map((host) => ({ providerId, ...host }))),
      );
    },
    pupil: (name, options = {}) => store.write((db) => addPupil(db, app.services.newId(), name, options)),
    pupilOf: (exclusionId) => `pupil-${exclusionId}`,
    book: () =>
      store.read(async (db) => {
        const rows = await db.select().from(db.tables.places);
        return new Map(rows.map(({ id, state }) => [id, state]));
      }),
    wait: (more) => {
      hours += more;
    },
  };
}

async function addSchool(db: Db): Promise<void> {
  const school = { id: 'school', laEstab: '3334005', urn: null, name: 'Harbour School', phase: 'secondary' };
  await db.insert(db.tables.schools).values(school);
  await db.insert(db.tables.workspace).values({
    id: 1,
    homeSchoolId: 'school',
    demonstration: false,
    lunchtimesInReturn: false,
    createdAt: '2025-09-01T08:00:00.000Z',
  });
  await db.insert(db.tables.heads).values({
    id: 'head-1',
    schoolId: 'school',
    name: 'Mrs Head',
    acting: false,
    fromDate: '2003-09-01',
    version: 1,
  });
  await db.insert(db.tables.terms).values({
    schoolId: 'school',
    schoolYear: 2025,
    name: 'autumn',
    fromDate: '2025-09-01',
    toDate: '2025-12-19',
  });
  await db.insert(db.tables.closures).values({
    id: 'half-term',
    schoolId: 'school',
    schoolYear: 2025,
    fromDate: '2025-10-27',
    toDate: '2025-10-31',
    slot: 'all',
    kind: 'holiday',
    name: 'half-term',
  });
}

async function addPupil(db: Db, id: string, name: string, options: OtherPupil): Promise<string> {
  const { school, ncYear = null } = options;
  const schoolId = school === undefined ? 'school' : `school-${id}`;
  if (school !== undefined) {
    const laEstab = `333${id.replaceAll(/\D/g, '').slice(-4)}`;
    await db
      .insert(db.tables.schools)
      .values({ id: schoolId, laEstab, urn: null, name: school, phase: 'secondary' });
  }
  const [forename = '', surname = ''] = name.split(' ');
  await db.insert(db.tables.pupils).values({
    id,
    schoolId,
    upn: `A${id.replaceAll(/\D/g, '').padStart(12, '0')}`,
    surname,
    forename,
    sex: 'F',
    dob: '2012-01-31',
    form: '9B',
    ncYear,
    inCare: false,
    searchText: name.toLowerCase(),
    version: 1,
    updatedAt: '2025-09-01T08:00:00.000Z',
  });
  return id;
}

async function addExclusion(db: Db, id: string, name: string, options: ExclusionOptions): Promise<string> {
  const { kind = 'fixed-period', state = 'issued', inCare = false, form = '9B', ncYear = null } = options;
  const start = options.start ?? { date: '2025-11-17', slot: 'am' as Slot };
  const end = options.end ?? { date: '2025-11-21', slot: 'pm' as Slot };
  const [forename = '', surname = ''] = name.split(' ');
  const pupilId = `pupil-${id}`;
  await db.insert(db.tables.pupils).values({
    id: pupilId,
    schoolId: 'school',
    upn: `A${id.replaceAll(/\D/g, '').padStart(12, '0')}`,
    surname,
    forename,
    sex: 'F',
    dob: '2012-01-31',
    form,
    ncYear,
    inCare,
    searchText: name.toLowerCase(),
    version: 1,
    updatedAt: '2025-09-01T08:00:00.000Z',
  });
  await db.insert(db.tables.exclusions).values({
    id,
    schoolId: 'school',
    pupilId,
    kind,
    state,
    ruleSet: 'england-2023',
    startDate: start.date,
    startSlot: start.slot,
    ...(kind === 'permanent' ? {} : { endDate: end.date, endSlot: end.slot, halfDays: 10 }),
    decidedBy: 'Mrs Head',
    inCare: false,
    recordedBy: 'Test Person',
    recordedAt: '2025-11-12T11:00:00.000Z',
    issuedBy: 'Test Person',
    issuedAt: '2025-11-12T11:30:00.000Z',
    version: 1,
  });
  return id;
}
