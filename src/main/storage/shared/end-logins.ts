import type pg from 'pg';

/** Nobody of this school (of the authority: undefined) signs in any more; their names stay. Gives how many, as the owner. */
export async function endLogins(client: pg.ClientBase, schoolId: string | undefined): Promise<number> {
  const { rows } = await client.query<{ statement: string }>(
    `SELECT format('ALTER ROLE %I NOLOGIN', r.rolname) AS statement FROM users u JOIN pg_roles r ON r.rolname = u.login_role
     WHERE u.school_id IS NOT DISTINCT FROM $1::text AND r.rolcanlogin`,
    [schoolId ?? null],
  );
  for (const { statement } of rows) await client.query(statement);
  return rows.length;
}
