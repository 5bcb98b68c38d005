import type { Migration } from '../migration.ts';

/** The at-risk register: criteria, entries, key workers with their meetings, and figures of attendance. */
export const support: Migration = {
  name: 'support',
  statements: [
    `CREATE TABLE "at_risk_criteria" (
	"school_id" text PRIMARY KEY NOT NULL,
	"categories" jsonb NOT NULL,
	"criteria" jsonb NOT NULL,
	"version" integer NOT NULL
)`,
    `CREATE TABLE "at_risk_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"pupil_id" text NOT NULL,
	"since" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"periods" jsonb NOT NULL,
	"review_on" text NOT NULL,
	"signed_off_on" text,
	"signed_off_by" text,
	"signed_off_reason" text,
	"raised_by" text NOT NULL,
	"raised_at" text NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "at_risk_entries_signed_off" CHECK (("at_risk_entries"."signed_off_on" IS NULL) = ("at_risk_entries"."signed_off_by" IS NULL) AND ("at_risk_entries"."signed_off_on" IS NULL) = ("at_risk_entries"."signed_off_reason" IS NULL))
)`,
    `CREATE TABLE "attendance_figures" (
	"pupil_id" text NOT NULL,
	"on_date" text NOT NULL,
	"tenths" integer NOT NULL,
	"source" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" text NOT NULL,
	CONSTRAINT "attendance_figures_pupil_id_on_date_pk" PRIMARY KEY("pupil_id","on_date"),
	CONSTRAINT "attendance_figures_range" CHECK ("attendance_figures"."tenths" BETWEEN 0 AND 1000)
)`,
    `CREATE TABLE "key_worker_meetings" (
	"entry_id" text NOT NULL,
	"on_date" text NOT NULL,
	"key_worker" text NOT NULL,
	"note" text,
	"recorded_by" text NOT NULL,
	CONSTRAINT "key_worker_meetings_entry_id_on_date_pk" PRIMARY KEY("entry_id","on_date")
)`,
    `CREATE TABLE "key_workers" (
	"id" text PRIMARY KEY NOT NULL,
	"entry_id" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"from_date" text NOT NULL,
	"to_date" text,
	CONSTRAINT "key_workers_order" CHECK ("key_workers"."to_date" IS NULL OR "key_workers"."from_date" <= "key_workers"."to_date")
)`,
    `ALTER TABLE "at_risk_criteria" ADD CONSTRAINT "at_risk_criteria_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE no action ON UPDATE no action`,
    `ALTER TABLE "at_risk_entries" ADD CONSTRAINT "at_risk_entries_pupil_id_pupils_id_fk" FOREIGN KEY ("pupil_id") REFERENCES "pupils"("id") ON DELETE no action ON UPDATE no action`,
    `ALTER TABLE "attendance_figures" ADD CONSTRAINT "attendance_figures_pupil_id_pupils_id_fk" FOREIGN KEY ("pupil_id") REFERENCES "pupils"("id") ON DELETE no action ON UPDATE no action`,
    `ALTER TABLE "key_worker_meetings" ADD CONSTRAINT "key_worker_meetings_entry_id_at_risk_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "at_risk_entries"("id") ON DELETE no action ON UPDATE no action`,
    `ALTER TABLE "key_workers" ADD CONSTRAINT "key_workers_entry_id_at_risk_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "at_risk_entries"("id") ON DELETE no action ON UPDATE no action`,
    `CREATE INDEX "at_risk_entries_pupil" ON "at_risk_entries" USING btree ("pupil_id")`,
    `CREATE UNIQUE INDEX "at_risk_entries_open" ON "at_risk_entries" USING btree ("pupil_id") WHERE signed_off_on IS NULL`,
    `CREATE INDEX "key_workers_entry" ON "key_workers" USING btree ("entry_id")`,
    `CREATE UNIQUE INDEX "key_workers_one" ON "key_workers" USING btree ("entry_id") WHERE to_date IS NULL`,
  ],
};
