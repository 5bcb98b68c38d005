import type { Migration } from '../migration.ts';

export const sharedDatabase: Migration = {
  name: 'shared-database',
  statements: [
    `CREATE TABLE "command_receipts" (
	"id" text PRIMARY KEY NOT NULL,
	"operation" text NOT NULL,
	"user_name" text NOT NULL,
	"at" text NOT NULL,
	"result" jsonb NOT NULL
)`,
    `CREATE TABLE "editing" (
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"window_id" text NOT NULL,
	"user_name" text NOT NULL,
	"since" text NOT NULL,
	"seen_at" text NOT NULL,
	CONSTRAINT "editing_subject_type_subject_id_window_id_pk" PRIMARY KEY("subject_type","subject_id","window_id")
)`,
    `ALTER TABLE "users" ADD COLUMN "login_role" text`,
    `ALTER TABLE "users" ADD COLUMN "school_id" text`,
    `CREATE INDEX "command_receipts_at" ON "command_receipts" USING btree ("at")`,
    `ALTER TABLE "users" ADD CONSTRAINT "users_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE no action ON UPDATE no action`,
    `CREATE UNIQUE INDEX "users_login_role" ON "users" USING btree ("login_role")`,
  ],
};
