import { DEFINER } from './definer.ts';

/** In what this server keeps of a password; nothing else is ever given to it. */
const VERIFIER = String.raw`^SCRAM-SHA-256\$[0-9]{4,7}:[A-Za-z0-9+/]{22,}={0,2}\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$`;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

interface Names {
  readonly database: string;
  readonly people: string;
}

/**
 * What concerns logins at the server, which only the owner may make: each looks itself at who asks. `database` and
 * `people` are the names of the database and of its group role.
 */
export const peopleFunctions = ({ database, people }: Names): readonly string[] => [
  // Whether the asker may manage this person: an administrator of the person's school, or of the area.
  `CREATE OR REPLACE FUNCTION rights.managed(person text) RETURNS public.users LANGUAGE plpgsql STABLE ${DEFINER} AS $$
   DECLARE found_user users%ROWTYPE;
   BEGIN
     SELECT * INTO found_user FROM users WHERE id = person
       AND (school_id = rights.school_for('people.manage') OR rights.manages_all());
     IF found_user.id IS NULL THEN
       RAISE EXCEPTION 'not one of your people' USING ERRCODE = 'insufficient_privilege';
     END IF;
     IF left(found_user.login_role, ${String(database.length + 1)}) IS DISTINCT FROM ${quoted(`${database}.`)} THEN
       RAISE EXCEPTION 'not a login of this database' USING ERRCODE = 'insufficient_privilege';
     END IF;
     RETURN found_user;
   END $$`,
  // Names are one list for the whole database, of which an administrator sees a part.
  `CREATE OR REPLACE FUNCTION rights.name_taken(folded text) RETURNS boolean LANGUAGE sql STABLE ${DEFINER} AS $$
     SELECT rights.may('people.manage') AND EXISTS (SELECT 1 FROM users WHERE folded_name = folded) $$`,
  // Makes a person's login, or gives it another password; ends the sessions that the old one began.
  `CREATE OR REPLACE FUNCTION rights.set_login(person text, verifier text) RETURNS void LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE login text := (rights.managed(person)).login_role;
   BEGIN
     IF verifier !~ ${quoted(VERIFIER)} THEN RAISE EXCEPTION 'not a verifier'; END IF;
     IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = login) THEN
       EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT PASSWORD %L IN ROLE %I',
         login, verifier, ${quoted(people)});
     ELSE
       PERFORM rights.check_login(login);
       EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L', login, verifier);
       PERFORM rights.cut_off(login);
     END IF;
   END $$`,
  // A login that is no person's of this database (an administrator's, another program's) is never touched.
  `CREATE OR REPLACE FUNCTION rights.check_login(login text) RETURNS void LANGUAGE plpgsql STABLE ${DEFINER} AS $$
   BEGIN
     IF NOT EXISTS (SELECT 1 FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles l ON l.oid = m.member
         WHERE g.rolname = ${quoted(people)} AND l.rolname = login
           AND NOT (l.rolsuper OR l.rolcreaterole OR l.rolcreatedb OR l.rolbypassrls OR l.rolreplication)) THEN
       RAISE EXCEPTION 'not a login of this database' USING ERRCODE = 'insufficient_privilege';
     END IF;
   END $$`,
  `CREATE OR REPLACE FUNCTION rights.cut_off(login text) RETURNS void LANGUAGE plpgsql ${DEFINER} AS $$
   BEGIN
     PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = login AND pid <> pg_backend_pid();
   EXCEPTION WHEN insufficient_privilege THEN
     -- A server that is looked after elsewhere may keep this for itself: the policies shut the person out all the same.
     NULL;
   END $$`,
  // Nobody who left comes in any more, and whoever is in is cut off.
  `CREATE OR REPLACE FUNCTION rights.end_login(person text) RETURNS void LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE login text := (rights.managed(person)).login_role;
   BEGIN
     IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = login) THEN RETURN; END IF;
     PERFORM rights.check_login(login);
     EXECUTE format('ALTER ROLE %I NOLOGIN PASSWORD NULL', login);
     PERFORM rights.cut_off(login);
   END $$`,
  `CREATE OR REPLACE FUNCTION rights.rename_login(person text, new_login text) RETURNS void LANGUAGE plpgsql ${DEFINER} AS $$
   DECLARE login text := (rights.managed(person)).login_role;
   BEGIN
     IF login = new_login THEN RETURN; END IF;
     IF left(new_login, ${String(database.length + 1)}) <> ${quoted(`${database}.`)} OR octet_length(new_login) > 63
        OR EXISTS (SELECT 1 FROM pg_roles WHERE rolname = new_login) THEN
       RAISE EXCEPTION 'not a name for a login of this database' USING ERRCODE = 'unique_violation';
     END IF;
     IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = login) THEN
       PERFORM rights.check_login(login);
       PERFORM rights.cut_off(login);
       EXECUTE format('ALTER ROLE %I RENAME TO %I', login, new_login);
     END IF;
     UPDATE users SET login_role = new_login WHERE id = person;
   END $$`,
  // One's own password, the temporary one too: whoever may not do anything else yet may do this.
  `CREATE OR REPLACE FUNCTION rights.set_own_password(verifier text, at text) RETURNS void LANGUAGE plpgsql ${DEFINER} AS $$
   BEGIN
     IF verifier !~ ${quoted(VERIFIER)} THEN RAISE EXCEPTION 'not a verifier'; END IF;
     UPDATE users SET must_change = false, password_set_at = at, version = version + 1
       WHERE login_role = session_user AND active;
     IF NOT FOUND THEN RAISE EXCEPTION 'nobody of this database' USING ERRCODE = 'insufficient_privilege'; END IF;
     EXECUTE format('ALTER ROLE %I PASSWORD %L', session_user, verifier);
   END $$`,
  // Receipts of programs that crashed and of people who left are nobody's to remove: whoever comes in clears them away.
  `CREATE OR REPLACE FUNCTION rights.signed_in(at text) RETURNS void LANGUAGE sql ${DEFINER} AS $$
     UPDATE users SET last_sign_in_at = signed_in.at, failures = 0, wait_until = NULL WHERE login_role = session_user AND active;
     DELETE FROM command_receipts old WHERE (SELECT rights.who()) IS NOT NULL AND old.at < to_char(
       (least(signed_in.at::timestamptz, now()) - interval '30 days') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$`,
];
