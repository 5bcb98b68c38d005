import type { Migration } from '../migration.ts';

export const peopleAndAudit: Migration = {
  name: 'people-and-audit',
  statements: [
    `CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"length" integer NOT NULL,
	"last_id" integer NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_head_one" CHECK ("audit_head"."id" = 1)
)`,
    `CREATE TABLE "erasures" (
	"id" text PRIMARY KEY NOT NULL,
	"pupil_id" text NOT NULL,
	"at" text NOT NULL,
	"by_name" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"counts" jsonb NOT NULL
)`,
    `CREATE TABLE "retention_holds" (
	"pupil_id" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"until_date" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" text NOT NULL
)`,
    `CREATE TABLE "retention_rules" (
	"kind" text PRIMARY KEY NOT NULL,
	"keep_months" integer NOT NULL,
	"reason" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" text NOT NULL,
	"version" integer NOT NULL
)`,
    `CREATE TABLE "user_roles" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"provider_id" text,
	"from_date" text,
	"to_date" text,
	CONSTRAINT "user_roles_role" CHECK ("user_roles"."role" IN ('recorder', 'decider', 'provider-staff', 'governor-clerk', 'authority', 'administrator')),
	CONSTRAINT "user_roles_order" CHECK ("user_roles"."from_date" IS NULL OR "user_roles"."to_date" IS NULL OR "user_roles"."from_date" <= "user_roles"."to_date")
)`,
    `CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"folded_name" text NOT NULL,
	"password_hash" text NOT NULL,
	"password_set_at" text NOT NULL,
	"must_change" boolean NOT NULL,
	"active" boolean NOT NULL,
	"failures" integer NOT NULL,
	"wait_until" text,
	"created_at" text NOT NULL,
	"last_sign_in_at" text,
	"version" integer NOT NULL
)`,
    `ALTER TABLE "audit" ADD COLUMN "user_id" text`,
    `ALTER TABLE "audit" ADD COLUMN "outcome" text`,
    `ALTER TABLE "audit" ADD COLUMN "pupil_id" text`,
    `ALTER TABLE "audit" ADD COLUMN "salt" text`,
    `ALTER TABLE "audit" ADD COLUMN "detail_hash" text`,
    `ALTER TABLE "audit" ADD COLUMN "prev_hash" text`,
    `ALTER TABLE "audit" ADD COLUMN "hash" text`,
    `ALTER TABLE "workspace" ADD COLUMN "lock_after_minutes" integer`,
    `ALTER TABLE "workspace" ADD COLUMN "initials_in_lists" boolean`,
    `ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE no action ON UPDATE no action`,
    `ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE no action ON UPDATE no action`,
    `CREATE INDEX "user_roles_user" ON "user_roles" USING btree ("user_id")`,
    `CREATE UNIQUE INDEX "users_folded_name" ON "users" USING btree ("folded_name")`,
    `CREATE INDEX "audit_pupil" ON "audit" USING btree ("pupil_id")`,
    // The one change that an audit row may see: its detail erased, with the salt that the hash needed.
    `DROP TRIGGER audit_append_only ON audit`,
    `CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
     FOR EACH ROW EXECUTE FUNCTION refuse_change('the audit trail is append-only')`,
    `CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
     FOR EACH ROW WHEN (NEW.detail IS NOT NULL OR NEW.salt IS NOT NULL OR OLD.detail IS NULL
       OR (NEW.id, NEW.at, NEW.user_name, NEW.role, NEW.operation, NEW.subject_type, NEW.subject_id, NEW.user_id,
           NEW.outcome, NEW.pupil_id, NEW.detail_hash, NEW.prev_hash, NEW.hash)
         IS DISTINCT FROM
          (OLD.id, OLD.at, OLD.user_name, OLD.role, OLD.operation, OLD.subject_type, OLD.subject_id, OLD.user_id,
           OLD.outcome, OLD.pupil_id, OLD.detail_hash, OLD.prev_hash, OLD.hash))
     EXECUTE FUNCTION refuse_change('the audit trail is append-only')`,
    `CREATE TRIGGER users_are_kept BEFORE DELETE ON users
     FOR EACH ROW EXECUTE FUNCTION refuse_change('people are kept, the audit trail names them')`,
    `CREATE TRIGGER erasures_are_kept BEFORE UPDATE OR DELETE ON erasures
     FOR EACH ROW EXECUTE FUNCTION refuse_change('erasures are kept as they are')`,
  ],
};
