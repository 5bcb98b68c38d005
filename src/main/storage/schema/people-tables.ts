import { sql } from 'drizzle-orm';
import type { Role } from '#shared/permissions/roles.ts';
import type { Kit } from './kit.ts';
import type { providerTables } from './provider-tables.ts';
import type { schoolTables } from './school-tables.ts';

/** Who may work here, and what is kept so that personal data can be erased when its time is over. */
export const peopleTables = (
  k: Kit,
  {
    providers,
    schools,
  }: Pick<ReturnType<typeof providerTables>, 'providers'> & Pick<ReturnType<typeof schoolTables>, 'schools'>,
) => {
  /** A person who signs in. Never deleted: the audit trail names them; `active` says whether they still may. */
  const users = k.table(
    'users',
    {
      id: k.text('id').primaryKey(),
      name: k.text('name').notNull(),
      /** The name as it is compared: case and accents folded, single spaces. */
      foldedName: k.text('folded_name').notNull(),
      /** Argon2id in its own text form, with salt and costs. */
      passwordHash: k.text('password_hash').notNull(),
      passwordSetAt: k.text('password_set_at').notNull(),
      /** The administrator knows the password: it must be changed at the next sign-in. */
      mustChange: k.boolean('must_change').notNull(),
      active: k.boolean('active').notNull(),
      /** Wrong passwords in a row, and the instant before which no further try is looked at. */
      failures: k.integer('failures').notNull(),
      waitUntil: k.text('wait_until'),
      createdAt: k.text('created_at').notNull(),
      lastSignInAt: k.text('last_sign_in_at'),
      /** The login of this person at the server of a shared database; empty on one PC. */
      loginRole: k.text('login_role'),
      /** Whose records this person works with in a shared database; empty on one PC, and for who works for an area. */
      schoolId: k.text('school_id').references(() => schools.id),
      version: k.integer('version').notNull(),
    },
    (t) => [
      k.uniqueIndex('users_folded_name').on(t.foldedName),
      k.uniqueIndex('users_login_role').on(t.loginRole),
    ],
  );

  /** A role of a person, from and to a day where it is for a time (an acting head); one row a provider for its staff. */
  const userRoles = k.table(
    'user_roles',
    {
      id: k.text('id').primaryKey(),
      userId: k
        .text('user_id')
        .notNull()
        .references(() => users.id),
      role: k.text('role').$type<Role>().notNull(),
      providerId: k.text('provider_id').references(() => providers.id),
      fromDate: k.text('from_date'),
      toDate: k.text('to_date'),
    },
    (t) => [
      k.index('user_roles_user').on(t.userId),
      k.check(
        'user_roles_role',
        sql`${t.role} IN ('recorder', 'decider', 'provider-staff', 'governor-clerk', 'authority', 'administrator')`,
      ),
      k.check(
        'user_roles_order',
        sql`${t.fromDate} IS NULL OR ${t.toDate} IS NULL OR ${t.fromDate} <= ${t.toDate}`,
      ),
    ],
  );

  /** How long each kind of record is kept: the school's own figure where it set one aside from ours. */
  const retentionRules = k.table('retention_rules', {
    kind: k.text('kind').primaryKey(),
    keepMonths: k.integer('keep_months').notNull(),
    reason: k.text('reason').notNull(),
    setBy: k.text('set_by').notNull(),
    setAt: k.text('set_at').notNull(),
    version: k.integer('version').notNull(),
  });

  /** Records kept beyond their time, with the reason and the day to look again. */
  const retentionHolds = k.table('retention_holds', {
    pupilId: k.text('pupil_id').primaryKey(),
    reason: k.text('reason').notNull(),
    until: k.text('until_date').notNull(),
    setBy: k.text('set_by').notNull(),
    setAt: k.text('set_at').notNull(),
  });

  /** What was erased, without whom it was about: the pupil's id leads to a row without name or number. */
  const erasures = k.table('erasures', {
    id: k.text('id').primaryKey(),
    pupilId: k.text('pupil_id').notNull(),
    at: k.text('at').notNull(),
    byName: k.text('by_name').notNull(),
    kind: k.text('kind').notNull(),
    reason: k.text('reason').notNull(),
    /** Rows erased or emptied, by table. */
    counts: k.json<Readonly<Record<string, number>>>('counts').notNull(),
  });

  return { users, userRoles, retentionRules, retentionHolds, erasures };
};
