import type { Migration } from '../migration.ts';

export const peopleAndAudit: Migration = {
  name: 'people-and-audit',
  statements: [
    `CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"length" integer NOT NULL,
	"last_id" integer NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_head_one" CHECK("audit_head"."id" = 1)
) STRICT`,
    `CREATE TABLE "erasures" (
	"id" text PRIMARY KEY NOT NULL,
	"pupil_id" text NOT NULL,
	"at" text NOT NULL,
	"by_name" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"counts" text NOT NULL
) STRICT`,
    `CREATE TABLE "retention_holds" (
	"pupil_id" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"until_date" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" text NOT NULL
) STRICT`,
    `CREATE TABLE "retention_rules" (
	"kind" text PRIMARY KEY NOT NULL,
	"keep_months" integer NOT NULL,
	"reason" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" text NOT NULL,
	"version" integer NOT NULL
) STRICT`,
    `CREATE TABLE "user_roles" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"provider_id" text,
	"from_date" text,
	"to_date" text,
	FOREIGN KEY ("user_id") REFERENCES "users"("id") ON UPDATE no action ON DELETE no action,
	FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON UPDATE no action ON DELETE no action,
	CONSTRAINT "user_roles_role" CHECK("user_roles"."role" IN ('recorder', 'decider', 'provider-staff', 'governor-clerk', 'authority', 'administrator')),
	CONSTRAINT "user_roles_order" CHECK("user_roles"."from_date" IS NULL OR "user_roles"."to_date" IS NULL OR "user_roles"."from_date" <= "user_roles"."to_date")
) STRICT`,
    `CREATE INDEX "user_roles_user" ON "user_roles" ("user_id")`,
    `CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"folded_name" text NOT NULL,
	"password_hash" text NOT NULL,
	"password_set_at" text NOT NULL,
	"must_change" integer NOT NULL,
	"active" integer NOT NULL,
	"failures" integer NOT NULL,
	"wait_until" text,
	"created_at" text NOT NULL,
	"last_sign_in_at" text,
	"version" integer NOT NULL
) STRICT`,
    `CREATE UNIQUE INDEX "users_folded_name" ON "users" ("folded_name")`,
    `ALTER TABLE "audit" ADD "user_id" text`,
    `ALTER TABLE "audit" ADD "outcome" text`,
    `ALTER TABLE "audit" ADD "pupil_id" text`,
    `ALTER TABLE "audit" ADD "salt" text`,
    `ALTER TABLE "audit" ADD "detail_hash" text`,
    `ALTER TABLE "audit" ADD "prev_hash" text`,
    `ALTER TABLE "audit" ADD "hash" text`,
    `CREATE INDEX "audit_pupil" ON "audit" ("pupil_id")`,
    `CREATE INDEX "audit_user" ON "audit" ("user_name","operation")`,
    `CREATE INDEX "audit_operation" ON "audit" ("operation")`,
    `CREATE INDEX "audit_at" ON "audit" ("at")`,
    `CREATE INDEX "audit_unusual" ON "audit" ("outcome") WHERE "outcome" <> 'done'`,
    `ALTER TABLE "workspace" ADD "lock_after_minutes" integer`,
    `ALTER TABLE "workspace" ADD "initials_in_lists" integer`,
    // The one change that an audit row may see: its detail erased, with the salt that the hash needed.
    `DROP TRIGGER audit_no_update`,
    `CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
     WHEN NEW.detail IS NOT NULL OR NEW.salt IS NOT NULL OR OLD.detail IS NULL OR NEW.id IS NOT OLD.id
       OR NEW.at IS NOT OLD.at OR NEW.user_name IS NOT OLD.user_name OR NEW.role IS NOT OLD.role
       OR NEW.operation IS NOT OLD.operation OR NEW.subject_type IS NOT OLD.subject_type
       OR NEW.subject_id IS NOT OLD.subject_id OR NEW.user_id IS NOT OLD.user_id OR NEW.outcome IS NOT OLD.outcome
       OR NEW.pupil_id IS NOT OLD.pupil_id OR NEW.detail_hash IS NOT OLD.detail_hash
       OR NEW.prev_hash IS NOT OLD.prev_hash OR NEW.hash IS NOT OLD.hash
     BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END`,
    `CREATE TRIGGER users_are_kept BEFORE DELETE ON users
     BEGIN SELECT RAISE(ABORT, 'people are kept, the audit trail names them'); END`,
    `CREATE TRIGGER erasures_no_update BEFORE UPDATE ON erasures
     BEGIN SELECT RAISE(ABORT, 'erasures are kept as they are'); END`,
    `CREATE TRIGGER erasures_no_delete BEFORE DELETE ON erasures
     BEGIN SELECT RAISE(ABORT, 'erasures are kept as they are'); END`,
  ],
};
