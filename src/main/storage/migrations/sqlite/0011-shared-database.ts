import type { Migration } from '../migration.ts';

export const sharedDatabase: Migration = {
  name: 'shared-database',
  statements: [
    `CREATE TABLE "command_receipts" (
	"id" text PRIMARY KEY NOT NULL,
	"operation" text NOT NULL,
	"user_name" text NOT NULL,
	"at" text NOT NULL,
	"result" text NOT NULL
) STRICT`,
    `CREATE INDEX "command_receipts_at" ON "command_receipts" ("at")`,
    `CREATE TABLE "editing" (
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"window_id" text NOT NULL,
	"user_name" text NOT NULL,
	"since" text NOT NULL,
	"seen_at" text NOT NULL,
	PRIMARY KEY("subject_type", "subject_id", "window_id")
) STRICT`,
    `ALTER TABLE "users" ADD "login_role" text`,
    `ALTER TABLE "users" ADD "school_id" text REFERENCES schools(id)`,
    `CREATE UNIQUE INDEX "users_login_role" ON "users" ("login_role")`,
  ],
};
