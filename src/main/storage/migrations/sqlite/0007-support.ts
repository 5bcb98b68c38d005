import type { Migration } from '../migration.ts';

/** The at-risk register: criteria, entries, key workers with their meetings, and figures of attendance. */
export const support: Migration = {
  name: 'support',
  statements: [
    `CREATE TABLE "at_risk_criteria" (
	"school_id" text PRIMARY KEY NOT NULL,
	"categories" text NOT NULL,
	"criteria" text NOT NULL,
	"version" integer NOT NULL,
	FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON UPDATE no action ON DELETE no action
) STRICT`,
    `CREATE TABLE "at_risk_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"pupil_id" text NOT NULL,
	"since" text NOT NULL,
	"reasons" text NOT NULL,
	"periods" text NOT NULL,
	"review_on" text NOT NULL,
	"signed_off_on" text,
	"signed_off_by" text,
	"signed_off_reason" text,
	"raised_by" text NOT NULL,
	"raised_at" text NOT NULL,
	"version" integer NOT NULL,
	FOREIGN KEY ("pupil_id") REFERENCES "pupils"("id") ON UPDATE no action ON DELETE no action,
	CONSTRAINT "at_risk_entries_signed_off" CHECK(("at_risk_entries"."signed_off_on" IS NULL) = ("at_risk_entries"."signed_off_by" IS NULL) AND ("at_risk_entries"."signed_off_on" IS NULL) = ("at_risk_entries"."signed_off_reason" IS NULL))
) STRICT`,
    `CREATE INDEX "at_risk_entries_pupil" ON "at_risk_entries" ("pupil_id")`,
    `CREATE UNIQUE INDEX "at_risk_entries_open" ON "at_risk_entries" ("pupil_id") WHERE signed_off_on IS NULL`,
    `CREATE TABLE "attendance_figures" (
	"pupil_id" text NOT NULL,
	"on_date" text NOT NULL,
	"tenths" integer NOT NULL,
	"source" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" text NOT NULL,
	PRIMARY KEY("pupil_id", "on_date"),
	FOREIGN KEY ("pupil_id") REFERENCES "pupils"("id") ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attendance_figures_range" CHECK("attendance_figures"."tenths" BETWEEN 0 AND 1000)
) STRICT`,
    `CREATE TABLE "key_worker_meetings" (
	"entry_id" text NOT NULL,
	"on_date" text NOT NULL,
	"key_worker" text NOT NULL,
	"note" text,
	"recorded_by" text NOT NULL,
	PRIMARY KEY("entry_id", "on_date"),
	FOREIGN KEY ("entry_id") REFERENCES "at_risk_entries"("id") ON UPDATE no action ON DELETE no action
) STRICT`,
    `CREATE TABLE "key_workers" (
	"id" text PRIMARY KEY NOT NULL,
	"entry_id" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"from_date" text NOT NULL,
	"to_date" text,
	FOREIGN KEY ("entry_id") REFERENCES "at_risk_entries"("id") ON UPDATE no action ON DELETE no action,
	CONSTRAINT "key_workers_order" CHECK("key_workers"."to_date" IS NULL OR "key_workers"."from_date" <= "key_workers"."to_date")
) STRICT`,
    `CREATE INDEX "key_workers_entry" ON "key_workers" ("entry_id")`,
    `CREATE UNIQUE INDEX "key_workers_one" ON "key_workers" ("entry_id") WHERE to_date IS NULL`,
  ],
};
