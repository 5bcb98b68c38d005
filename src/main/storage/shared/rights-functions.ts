import { ROLE_PERMISSIONS } from '#shared/permissions/roles.ts';

import { DEFINER } from './definer.ts';

/** `body` gives a row of one column at most. In a language that keeps its plans: SQL would make them at each question. */
const asking = (head: string, returns: string, body: string): string =>
  `CREATE OR REPLACE FUNCTION rights.${head} RETURNS ${returns} LANGUAGE plpgsql STABLE ${DEFINER} AS $$
   BEGIN RETURN (${body}); END $$`;

/**
 * What holds for all rows is asked in a sub-select: once a question, and not once for each provider or term.
 *
 * Whose terms hold today, as in `domain/people/roles-on.ts`; days are those of the United Kingdom.
 */
const TODAYS_TERMS = `users u JOIN user_roles r ON r.user_id = u.id
  AND (r.from_date IS NULL OR r.from_date <= (SELECT rights.today())) AND (r.to_date IS NULL OR (SELECT rights.today()) <= r.to_date)`;

/** A login counts as a person once they have a password of their own, and for as long as they are let in. */
const IS_ME = 'u.login_role = session_user AND u.active AND NOT u.must_change';

const rows = Object.entries(ROLE_PERMISSIONS).flatMap(([role, permissions]) =>
  permissions.map((permission) => `('${role}', '${permission}')`),
);

/**
 * What the policies ask about whoever has signed in. `session_user` is the login at the server and cannot be changed by
 * SET ROLE. All are stable and answer about the asker alone.
 */
export const RIGHTS_FUNCTIONS: readonly string[] = [
  'CREATE SCHEMA IF NOT EXISTS rights',
  'CREATE TABLE IF NOT EXISTS rights.role_permissions (role text, permission text, PRIMARY KEY (role, permission))',
  'DELETE FROM rights.role_permissions',
  `INSERT INTO rights.role_permissions (role, permission) VALUES ${rows.join(', ')}`,
  asking('today()', 'text', `SELECT (now() AT TIME ZONE 'Europe/London')::date::text`),
  asking('me()', 'text', `SELECT u.id FROM users u WHERE ${IS_ME}`),
  asking('who()', 'text', 'SELECT u.id FROM users u WHERE u.login_role = session_user AND u.active'),
  asking('my_name()', 'text', 'SELECT u.name FROM users u WHERE u.login_role = session_user AND u.active'),
  asking(
    'workspace()',
    'integer',
    'SELECT w.id FROM users u JOIN workspace w ON w.home_school_id IS NOT DISTINCT FROM u.school_id WHERE u.login_role = session_user AND u.active',
  ),
  asking(
    'may(VARIADIC wanted text[])',
    'boolean',
    `SELECT EXISTS (SELECT 1 FROM ${TODAYS_TERMS} JOIN rights.role_permissions p ON p.role = r.role
       AND p.permission = ANY (wanted) WHERE ${IS_ME})`,
  ),
  asking(
    'school_for(VARIADIC wanted text[])',
    'text',
    `SELECT u.school_id FROM users u WHERE ${IS_ME} AND rights.may(VARIADIC wanted)`,
  ),
  // The area's records are those of the workspace that has an authority.
  asking(
    'area_for(VARIADIC wanted text[])',
    'boolean',
    `SELECT EXISTS (SELECT 1 FROM users u JOIN workspace w ON w.home_school_id IS NOT DISTINCT FROM u.school_id
       AND w.authority_code IS NOT NULL WHERE ${IS_ME}) AND rights.may(VARIADIC wanted)`,
  ),
  asking(
    'workspace_for(VARIADIC wanted text[])',
    'integer',
    'SELECT CASE WHEN rights.may(VARIADIC wanted) THEN rights.workspace() END',
  ),
  // Providers whose staff they are today, and for an office those of its school: who comes is theirs to know.
  asking(
    'places_at()',
    'text[]',
    `SELECT coalesce(array_agg(id), '{}') FROM (
       SELECT r.provider_id AS id FROM ${TODAYS_TERMS} AND r.role = 'provider-staff' AND r.provider_id IS NOT NULL WHERE ${IS_ME}
       UNION SELECT p.id FROM providers p WHERE p.school_id = (SELECT rights.school_for('places.arrange'))) found`,
  ),
  // Those and the ones that every school may book at.
  asking(
    'providers_seen()',
    'text[]',
    `SELECT coalesce(array_agg(id), '{}') FROM (
       SELECT unnest(rights.places_at()) AS id
       UNION SELECT p.id FROM providers p WHERE p.shared AND (SELECT rights.may('places.arrange'))) found`,
  ),
  // The owner's own login, or one that may act for it: its programs see through the views all that the tables have.
  asking(
    'owns()',
    'boolean',
    `SELECT pg_has_role(session_user, c.relowner, 'MEMBER') FROM pg_class c WHERE c.oid = 'public.pupils'::regclass`,
  ),
  // Whoever administers the area looks after the people of all its schools, and sees none of their records.
  asking(
    'manages_all()',
    'boolean',
    `SELECT EXISTS (SELECT 1 FROM users u WHERE ${IS_ME} AND u.school_id IS NULL) AND rights.may('people.manage')`,
  ),
  // The schools all of whose pupils are seen by name: one’s own.
  asking(
    'names_of()',
    'text[]',
    `SELECT CASE WHEN rights.owns() THEN (SELECT array_agg(id) FROM schools)
       ELSE ARRAY[rights.school_for('pupils.view', 'places.arrange')] END`,
  ),
];
