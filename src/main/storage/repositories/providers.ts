import { and, asc, eq, gte, inArray, isNotNull } from 'drizzle-orm';
import type { Slot } from '#shared/domain/calendar/types.ts';
import { NO_RULES } from '#shared/domain/providers/no-rules.ts';
import type {
  ProviderClosure,
  ProviderHost,
  ProviderKind,
  ProviderRules,
  ProviderSession,
  RosteredAdult,
} from '#shared/domain/providers/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { bookableBy } from './bookable-by.ts';
import { groupRows } from './group-rows.ts';

export interface StoredClosure extends ProviderClosure {
  readonly id: string;
}

/** The words of a provider's form; null where nothing was given. */
export interface ProviderFacts {
  readonly kind: ProviderKind;
  readonly name: string;
  readonly address: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly active: boolean;
  readonly partnerSchoolId: string | null;
  readonly weekCapacity: number | null;
  readonly schoolShare: number | null;
  readonly rules: ProviderRules;
}

/** An adult of the roster with its id. */
export interface StoredAdult extends RosteredAdult {
  readonly id: string;
}

/** A provider with its week (Monday am first), closures (earliest first), adults and hosts. */
export interface StoredProvider extends ProviderFacts {
  readonly id: string;
  readonly schoolId: string;
  readonly version: number;
  /** Every school of a shared database may book there; means nothing on one PC. */
  readonly shared: boolean;
  readonly sessions: readonly ProviderSession[];
  readonly closures: readonly StoredClosure[];
  readonly adults: readonly StoredAdult[];
  readonly hosts: readonly ProviderHost[];
}

interface ProviderFilter {
  readonly schoolId: string;
  readonly providerId?: string;
  /** Leaves out closures that end before this day. */
  readonly closuresFrom?: IsoDate;
}

/** Providers at which a school may book, by name, each with its week and closures: three queries however many there are. */
export async function readProviders(
  db: Db,
  { schoolId, providerId, closuresFrom }: ProviderFilter,
): Promise<readonly StoredProvider[]> {
  const { providers, providerSessions, providerClosures, providerAdults, providerHosts } = db.tables;
  const ours = and(
    bookableBy(db, schoolId),
    providerId === undefined ? undefined : eq(providers.id, providerId),
  );
  const ourIds = db.select({ id: providers.id }).from(providers).where(ours);
  // Together: to a server each question alone would be a message there and back.
  const [rows, sessionRows, closureRows, adultRows, hostRows] = await Promise.all([
    db.select().from(providers).where(ours).orderBy(asc(providers.name), asc(providers.id)),
    db
      .select()
      .from(providerSessions)
      .where(inArray(providerSessions.providerId, ourIds))
      .orderBy(asc(providerSessions.weekday), asc(providerSessions.slot)),
    db
      .select()
      .from(providerClosures)
      .where(
        and(
          inArray(providerClosures.providerId, ourIds),
          closuresFrom === undefined ? undefined : gte(providerClosures.toDate, closuresFrom),
        ),
      )
      .orderBy(asc(providerClosures.fromDate), asc(providerClosures.id)),
    db
      .select()
      .from(providerAdults)
      .where(inArray(providerAdults.providerId, ourIds))
      .orderBy(asc(providerAdults.name), asc(providerAdults.id)),
    db
      .select()
      .from(providerHosts)
      .where(inArray(providerHosts.providerId, ourIds))
      .orderBy(asc(providerHosts.schoolYear), asc(providerHosts.term)),
  ]);
  const adultsOf = groupRows(adultRows, (row) => row.providerId);
  const hostsOf = groupRows(hostRows, (row) => row.providerId);
  const sessionsOf = groupRows(sessionRows, (row) => row.providerId);
  const closuresOf = groupRows(closureRows, (row) => row.providerId);
  return rows.map((row) => ({
    ...row,
    sessions: (sessionsOf.get(row.id) ?? []).map(({ weekday, slot, capacity, starts, ends }) => ({
      weekday,
      slot,
      capacity,
      starts,
      ends,
    })),
    closures: (closuresOf.get(row.id) ?? []).map(toClosure),
    rules: row.rules ?? NO_RULES,
    adults: (adultsOf.get(row.id) ?? []).map(({ id, name, weekday, date, slot, here }) => ({
      id,
      name,
      slot,
      here,
      ...(weekday === null ? {} : { weekday }),
      ...(date === null ? {} : { date }),
    })),
    hosts: (hostsOf.get(row.id) ?? []).map(({ schoolYear, term, host }) => ({ schoolYear, term, host })),
  }));
}

/** One provider of a school; undefined when there is none of that id. */
export async function readProvider(
  db: Db,
  schoolId: string,
  providerId: string,
): Promise<StoredProvider | undefined> {
  return (await readProviders(db, { schoolId, providerId }))[0];
}

/** Adds a provider, version 1, with its week. */
export async function insertProvider(
  db: Db,
  provider: ProviderFacts & { readonly id: string; readonly schoolId: string },
  sessions: readonly ProviderSession[],
): Promise<void> {
  await db.insert(db.tables.providers).values({ ...provider, version: 1 });
  await insertSessions(db, provider.id, sessions);
}

/** Lets every school of a shared database book at a provider, or its own school alone. */
export async function shareProvider(db: Db, id: string, shared: boolean): Promise<void> {
  await db.update(db.tables.providers).set({ shared }).where(eq(db.tables.providers.id, id));
}

/** Writes a provider's facts and week over the old ones and gives it the next version. */
export async function updateProvider(
  db: Db,
  id: string,
  version: number,
  facts: ProviderFacts,
  sessions: readonly ProviderSession[],
): Promise<void> {
  const { providers, providerSessions } = db.tables;
  await db
    .update(providers)
    .set({ ...facts, version })
    .where(eq(providers.id, id));
  await db.delete(providerSessions).where(eq(providerSessions.providerId, id));
  await insertSessions(db, id, sessions);
}

async function insertSessions(
  db: Db,
  providerId: string,
  sessions: readonly ProviderSession[],
): Promise<void> {
  if (sessions.length === 0) return;
  await db.insert(db.tables.providerSessions).values(sessions.map((session) => ({ providerId, ...session })));
}

/** Adds a closure. */
export async function insertClosure(db: Db, providerId: string, closure: StoredClosure): Promise<void> {
  const { id, from, to, slot, reason, places = null } = closure;
  await db
    .insert(db.tables.providerClosures)
    .values({ id, providerId, fromDate: from, toDate: to, slot, reason, places });
}

/** One closure and whose it is; undefined when there is none of that id. */
export async function readClosure(
  db: Db,
  closureId: string,
): Promise<(StoredClosure & { readonly providerId: string }) | undefined> {
  const { providerClosures } = db.tables;
  const [row] = await db.select().from(providerClosures).where(eq(providerClosures.id, closureId));
  return row && { ...toClosure(row), providerId: row.providerId };
}

/** Removes a closure; the audit trail keeps that it was there. */
export async function deleteClosure(db: Db, closureId: string): Promise<void> {
  const { providerClosures } = db.tables;
  await db.delete(providerClosures).where(eq(providerClosures.id, closureId));
}

/** Writes the adults of the ordinary week over the old ones; changes of single days stay. */
export async function replaceRoster(
  db: Db,
  providerId: string,
  adults: readonly (RosteredAdult & { readonly id: string; readonly weekday: number })[],
): Promise<void> {
  const { providerAdults } = db.tables;
  await db
    .delete(providerAdults)
    .where(and(eq(providerAdults.providerId, providerId), isNotNull(providerAdults.weekday)));
  if (adults.length > 0) {
    await db.insert(providerAdults).values(adults.map((adult) => ({ ...adult, providerId })));
  }
}

/** Sets the one change of an adult in one session, or with undefined takes it back. */
export async function setAdultChange(
  db: Db,
  { providerId, name, date, slot }: { providerId: string; name: string; date: IsoDate; slot: Slot },
  change: { readonly id: string; readonly here: boolean } | undefined,
): Promise<void> {
  const { providerAdults: t } = db.tables;
  await db
    .delete(t)
    .where(and(eq(t.providerId, providerId), eq(t.name, name), eq(t.date, date), eq(t.slot, slot)));
  if (change) await db.insert(t).values({ ...change, providerId, name, date, slot });
}

/** Writes which centre hosts in which term over what there was. */
export async function replaceHosts(
  db: Db,
  providerId: string,
  hosts: readonly ProviderHost[],
): Promise<void> {
  const { providerHosts } = db.tables;
  await db.delete(providerHosts).where(eq(providerHosts.providerId, providerId));
  if (hosts.length > 0) {
    await db.insert(providerHosts).values(hosts.map((host) => ({ ...host, providerId })));
  }
}

const toClosure = (row: {
  readonly id: string;
  readonly fromDate: IsoDate;
  readonly toDate: IsoDate;
  readonly slot: Slot | 'all';
  readonly reason: string;
  readonly places: number | null;
}): StoredClosure => ({
  id: row.id,
  from: row.fromDate,
  to: row.toDate,
  slot: row.slot,
  reason: row.reason,
  ...(row.places === null ? {} : { places: row.places }),
});
