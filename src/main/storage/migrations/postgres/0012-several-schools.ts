import type { Migration } from '../migration.ts';

/** Of every function that works with its owner's rights: names mean ours, whatever the caller's search path. */
const DEFINER = 'SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';

/** A JSON text as JSON.stringify writes it. */
const json = (column: string): string => `coalesce(to_json(NEW.${column})::text, 'null')`;

/**
 * One row of the workspace for each school and one for the area; an audit chain for each of them; the guards count rows
 * that whoever writes may not see. `storage/shared/rights.ts` says who sees what.
 */
export const severalSchools: Migration = {
  name: 'several-schools',
  statements: [
    `ALTER TABLE "workspace" DROP CONSTRAINT "workspace_single"`,
    `ALTER TABLE "workspace" ADD CONSTRAINT "workspace_number" CHECK ("id" BETWEEN 1 AND 1000000)`,
    `CREATE UNIQUE INDEX "workspace_school" ON "workspace" USING btree (coalesce("home_school_id", ''))`,
    `ALTER TABLE "providers" ADD COLUMN "shared" boolean NOT NULL DEFAULT false`,
    // A column that a trigger names cannot change its type: the trigger of 0009 goes and comes back as it was.
    `DROP TRIGGER audit_no_update ON audit`,
    `ALTER TABLE "audit" ALTER COLUMN "id" TYPE bigint`,
    `CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
     FOR EACH ROW WHEN (NEW.detail IS NOT NULL OR NEW.salt IS NOT NULL OR OLD.detail IS NULL
       OR (NEW.id, NEW.at, NEW.user_name, NEW.role, NEW.operation, NEW.subject_type, NEW.subject_id, NEW.user_id,
           NEW.outcome, NEW.pupil_id, NEW.detail_hash, NEW.prev_hash, NEW.hash)
         IS DISTINCT FROM
          (OLD.id, OLD.at, OLD.user_name, OLD.role, OLD.operation, OLD.subject_type, OLD.subject_id, OLD.user_id,
           OLD.outcome, OLD.pupil_id, OLD.detail_hash, OLD.prev_hash, OLD.hash))
     EXECUTE FUNCTION refuse_change('the audit trail is append-only')`,
    `ALTER SEQUENCE "audit_id_seq" AS bigint MAXVALUE 9223372036854775807`,
    `ALTER TABLE "audit_head" ALTER COLUMN "last_id" TYPE bigint`,
    `ALTER TABLE "audit_head" DROP CONSTRAINT "audit_head_one"`,
    `CREATE FUNCTION own_workspace() RETURNS integer LANGUAGE sql STABLE ${DEFINER} AS $$
       SELECT CASE WHEN EXISTS (SELECT 1 FROM users WHERE login_role = session_user)
         THEN (SELECT w.id FROM users u JOIN workspace w ON w.home_school_id IS NOT DISTINCT FROM u.school_id
               WHERE u.login_role = session_user)
         ELSE coalesce((SELECT min(id) FROM workspace), 1) END $$`,
    // What has no school of its own in the one description of the tables belongs to whoever wrote it.
    `ALTER TABLE "retention_rules" ADD COLUMN "workspace_id" integer NOT NULL DEFAULT own_workspace()`,
    `ALTER TABLE "retention_rules" DROP CONSTRAINT "retention_rules_pkey"`,
    `ALTER TABLE "retention_rules" ADD CONSTRAINT "retention_rules_pkey" PRIMARY KEY ("workspace_id", "kind")`,
    `ALTER TABLE "seal_keys" ADD COLUMN "workspace_id" integer NOT NULL DEFAULT own_workspace()`,
    `ALTER TABLE "seal_keys" DROP CONSTRAINT "seal_keys_public_key_unique"`,
    `ALTER TABLE "seal_keys" ADD CONSTRAINT "seal_keys_public_key_unique" UNIQUE ("workspace_id", "public_key")`,
    `ALTER TABLE "command_receipts" ADD COLUMN "workspace_id" integer NOT NULL DEFAULT own_workspace()`,
    `ALTER TABLE "editing" ADD COLUMN "workspace_id" integer NOT NULL DEFAULT own_workspace()`,
    // A guest is of another school than the one that keeps the record; two schools may have the same guest.
    `ALTER TABLE "pupils" ADD COLUMN "kept_by" text`,
    `UPDATE pupils SET kept_by = coalesce((SELECT home_school_id FROM workspace), school_id)`,
    `ALTER TABLE "pupils" ALTER COLUMN "kept_by" SET NOT NULL`,
    `DROP INDEX "pupils_upn"`,
    `CREATE UNIQUE INDEX "pupils_upn" ON "pupils" USING btree ("school_id", "upn", "kept_by")`,
    `CREATE INDEX "pupils_kept_by" ON "pupils" USING btree ("kept_by")`,
    `CREATE FUNCTION pupils_keep() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
     BEGIN
       NEW.kept_by := coalesce((SELECT school_id FROM users WHERE login_role = session_user), NEW.kept_by, NEW.school_id);
       RETURN NEW;
     END $$`,
    `CREATE TRIGGER pupils_keep BEFORE INSERT ON pupils FOR EACH ROW EXECUTE FUNCTION pupils_keep()`,
    `ALTER TABLE pupils ENABLE ALWAYS TRIGGER pupils_keep`,
    `ALTER FUNCTION places_check_capacity() ${DEFINER}`,
    `ALTER FUNCTION places_check_placement() ${DEFINER}`,
    `ALTER FUNCTION refuse_change() ${DEFINER.replace('SECURITY DEFINER ', '')}`,
    // Without `applyRights` nobody is hidden from anybody; with it, see `storage/shared/views.ts`.
    `CREATE VIEW pupil_names AS SELECT id, school_id, surname, forename, form, nc_year FROM pupils`,
    `CREATE VIEW others_places AS SELECT p.id, p.pupil_id, p.provider_id, p.date, p.slot, p.state, p.held_until, m.pupil_group
     FROM places p JOIN placements m ON m.id = p.placement_id WHERE false`,
    // What `applyRights` puts something in the place of: alone, nobody’s places are hidden, and all of them lapse together.
    `CREATE SCHEMA rights`,
    `CREATE FUNCTION rights.lapse_holds(at text) RETURNS void LANGUAGE sql AS $$ SELECT $$`,
    // The end of each chain is kept by the database, and nothing goes anywhere but there.
    `CREATE FUNCTION audit_append() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
     DECLARE
       chain integer := greatest(NEW.id / 1000000000, 1);
       head audit_head%ROWTYPE;
     BEGIN
       IF NEW.hash IS NULL THEN RETURN NEW; END IF;
       SELECT * INTO head FROM audit_head WHERE id = chain FOR UPDATE;
       IF NEW.id <= head.last_id OR NEW.prev_hash IS DISTINCT FROM coalesce(head.hash, repeat('0', 64))
          OR NEW.hash <> encode(sha256(convert_to('["first-day-audit-1",' || array_to_string(ARRAY[
            ${json('prev_hash')}, (NEW.id % 1000000000)::text, ${['at', 'user_name', 'role', 'operation', 'subject_type', 'subject_id', 'user_id', 'outcome', 'pupil_id', 'detail_hash'].map(json).join(', ')}
          ], ',') || ']', 'UTF8')), 'hex') THEN
         RAISE EXCEPTION 'the audit trail goes on where it ends' USING ERRCODE = 'check_violation';
       END IF;
       INSERT INTO audit_head (id, length, last_id, hash) VALUES (chain, 1, NEW.id, NEW.hash)
       ON CONFLICT (id) DO UPDATE SET length = audit_head.length + 1, last_id = NEW.id, hash = NEW.hash;
       RETURN NEW;
     END $$`,
    `CREATE TRIGGER audit_append BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION audit_append()`,
  ],
};
