import { asc, eq } from 'drizzle-orm';
import type { Role } from '#shared/permissions/roles.ts';
import type { Db } from '../store.ts';

/** A person who signs in, as the table has them. Instants are ISO 8601 in UTC. */
export type User = Db['tables']['users']['$inferSelect'];

/** A role of a person: from and to a day (both included) where it is for a time, of one provider for its staff. */
export interface UserRole {
  readonly id: string;
  readonly userId: string;
  readonly role: Role;
  readonly providerId: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Everybody who ever could sign in here, by name. */
export function readUsers(db: Db): Promise<readonly User[]> {
  const { users } = db.tables;
  return Promise.resolve(db.select().from(users).orderBy(asc(users.foldedName)));
}

/** The person of a folded name (`foldPersonName`), active or not. */
export async function findUser(db: Db, foldedName: string): Promise<User | undefined> {
  const { users } = db.tables;
  const [row] = await db.select().from(users).where(eq(users.foldedName, foldedName));
  return row;
}

/** The person whose login at the server of a shared database this is. */
export async function findUserOfLogin(db: Db, loginRole: string): Promise<User | undefined> {
  const { users } = db.tables;
  const [row] = await db.select().from(users).where(eq(users.loginRole, loginRole));
  return row;
}

export async function readUser(db: Db, id: string): Promise<User | undefined> {
  const { users } = db.tables;
  const [row] = await db.select().from(users).where(eq(users.id, id));
  return row;
}

/** Roles of all times, of one person or of everybody. */
export async function readUserRoles(db: Db, userId?: string): Promise<readonly UserRole[]> {
  const { userRoles } = db.tables;
  const rows = await db
    .select()
    .from(userRoles)
    .where(userId === undefined ? undefined : eq(userRoles.userId, userId))
    .orderBy(asc(userRoles.userId), asc(userRoles.role), asc(userRoles.fromDate), asc(userRoles.id));
  return rows.map(({ id, userId: of, role, providerId, fromDate, toDate }) => ({
    id,
    userId: of,
    role,
    providerId: providerId ?? undefined,
    from: fromDate ?? undefined,
    to: toDate ?? undefined,
  }));
}

export async function insertUser(db: Db, user: Db['tables']['users']['$inferInsert']): Promise<void> {
  await db.insert(db.tables.users).values(user);
}

/** Changes these columns of a person, and leaves what others changed meanwhile. */
export async function updateUser(db: Db, id: string, changed: Partial<Omit<User, 'id'>>): Promise<void> {
  const { users } = db.tables;
  await db.update(users).set(changed).where(eq(users.id, id));
}

/** Puts these roles in place of all that the person had. */
export async function replaceUserRoles(
  db: Db,
  userId: string,
  roles: readonly Omit<UserRole, 'userId'>[],
): Promise<void> {
  const { userRoles } = db.tables;
  await db.delete(userRoles).where(eq(userRoles.userId, userId));
  if (roles.length === 0) return;
  await db.insert(userRoles).values(
    roles.map(({ id, role, providerId, from, to }) => ({
      id,
      userId,
      role,
      providerId: providerId ?? null,
      fromDate: from ?? null,
      toDate: to ?? null,
    })),
  );
}

/** Whether anybody can sign in to this database at all. */
export async function hasUsers(db: Db): Promise<boolean> {
  const { users } = db.tables;
  return (await db.select({ id: users.id }).from(users).limit(1)).length > 0;
}
