import type { Migration } from '../migration.ts';

/**
 * Returns of any period and format with explanations, and the authority's workspace: schools and their profiles, keys,
 * refused files, published figures, dates and chasers. Exclusions received earlier get what figures are made of now.
 */
export const returns: Migration = {
  name: 'returns',
  statements: [
    `CREATE TABLE "authority_groups" (
	"la" text PRIMARY KEY NOT NULL,
	"la_name" text NOT NULL,
	"group_name" text NOT NULL,
	"region" text
)`,
    `CREATE TABLE "authority_schools" (
	"la_estab" text PRIMARY KEY NOT NULL,
	"urn" text,
	"name" text NOT NULL,
	"phase" text NOT NULL,
	"type" text,
	"cluster" text,
	"open_on" text,
	"closed_on" text,
	"head_name" text,
	"address" jsonb,
	"source" text NOT NULL
)`,
    `CREATE TABLE "column_mappings" (
	"id" text PRIMARY KEY NOT NULL,
	"headings" text NOT NULL,
	"name" text NOT NULL,
	"columns" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" text NOT NULL,
	CONSTRAINT "column_mappings_headings_unique" UNIQUE("headings")
)`,
    `CREATE TABLE "conference_criteria" (
	"id" integer PRIMARY KEY NOT NULL,
	"criteria" jsonb NOT NULL,
	"version" integer NOT NULL
)`,
    `CREATE TABLE "published_figures" (
	"file_id" text NOT NULL,
	"position" integer NOT NULL,
	"school_year" integer NOT NULL,
	"time_span" text NOT NULL,
	"level" text NOT NULL,
	"area_code" text NOT NULL,
	"area_name" text NOT NULL,
	"school_type" text NOT NULL,
	"breakdown" text NOT NULL,
	"region_code" text NOT NULL,
	"figures" jsonb NOT NULL,
	CONSTRAINT "published_figures_file_id_position_pk" PRIMARY KEY("file_id","position")
)`,
    `CREATE TABLE "published_files" (
	"id" text PRIMARY KEY NOT NULL,
	"layout" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"lines" integer NOT NULL,
	"levels" jsonb NOT NULL,
	"imported_by" text NOT NULL,
	"imported_at" text NOT NULL,
	CONSTRAINT "published_files_sha256_unique" UNIQUE("sha256")
)`,
    `CREATE TABLE "quarantined_files" (
	"id" text PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"size" integer NOT NULL,
	"content" text,
	"message" text NOT NULL,
	"problems" jsonb NOT NULL,
	"attempts" integer NOT NULL,
	"refused_at" text NOT NULL,
	"refused_by" text NOT NULL,
	CONSTRAINT "quarantined_files_sha256_unique" UNIQUE("sha256")
)`,
    `CREATE TABLE "received_year_totals" (
	"la_estab" text NOT NULL,
	"school_year" integer NOT NULL,
	"fixed_period" integer NOT NULL,
	"sessions" integer NOT NULL,
	"with_length" integer NOT NULL,
	"permanent" integer NOT NULL,
	"lunchtime" integer NOT NULL,
	"pupils" integer NOT NULL,
	"repeat_pupils" integer NOT NULL,
	CONSTRAINT "received_year_totals_la_estab_school_year_pk" PRIMARY KEY("la_estab","school_year")
)`,
    `CREATE TABLE "return_chasers" (
	"id" text PRIMARY KEY NOT NULL,
	"la_estab" text NOT NULL,
	"period_from" text NOT NULL,
	"period_to" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" text NOT NULL
)`,
    `CREATE TABLE "return_due_dates" (
	"period_from" text NOT NULL,
	"period_to" text NOT NULL,
	"period_name" text NOT NULL,
	"due_on" text NOT NULL,
	CONSTRAINT "return_due_dates_period_from_period_to_pk" PRIMARY KEY("period_from","period_to")
)`,
    `CREATE TABLE "return_explanations" (
	"exclusion_id" text NOT NULL,
	"rule" text NOT NULL,
	"explanation" text NOT NULL,
	"explained_by" text NOT NULL,
	"explained_at" text NOT NULL,
	CONSTRAINT "return_explanations_exclusion_id_rule_pk" PRIMARY KEY("exclusion_id","rule")
)`,
    `CREATE TABLE "school_profiles" (
	"la_estab" text NOT NULL,
	"school_year" integer NOT NULL,
	"headcount" integer,
	"fsm" integer,
	"sen" integer,
	"eal" integer,
	"source" text NOT NULL,
	CONSTRAINT "school_profiles_la_estab_school_year_pk" PRIMARY KEY("la_estab","school_year")
)`,
    `CREATE TABLE "seal_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"code" text NOT NULL,
	"public_key" text NOT NULL,
	"secret_key" text,
	"added_by" text NOT NULL,
	"added_at" text NOT NULL,
	"confirmed_by" text,
	"retired_at" text,
	CONSTRAINT "seal_keys_public_key_unique" UNIQUE("public_key")
)`,
    `ALTER TABLE "pupils" ADD COLUMN "fsm" boolean`,
    `ALTER TABLE "received_exclusions" ADD COLUMN "la_estab" text`,
    `ALTER TABLE "received_exclusions" ADD COLUMN "school_year" integer`,
    `ALTER TABLE "received_exclusions" ADD COLUMN "counts" boolean`,
    `ALTER TABLE "received_exclusions" ADD COLUMN "ethnicity" text`,
    `ALTER TABLE "received_exclusions" ADD COLUMN "fsm" boolean`,
    `ALTER TABLE "received_exclusions" ADD COLUMN "start_session" text`,
    `ALTER TABLE "received_exclusions" ADD COLUMN "end_date" text`,
    `ALTER TABLE "received_exclusions" ADD COLUMN "explanations" jsonb`,
    `ALTER TABLE "received_returns" ADD COLUMN "period_kind" text NOT NULL DEFAULT 'census'`,
    `ALTER TABLE "received_returns" ADD COLUMN "replaces_id" text`,
    `ALTER TABLE "received_returns" ADD COLUMN "signed_by" text`,
    `ALTER TABLE "returns" ADD COLUMN "period_kind" text NOT NULL DEFAULT 'census'`,
    `ALTER TABLE "returns" ADD COLUMN "document" jsonb`,
    `ALTER TABLE "returns" ADD COLUMN "sealed_for" text`,
    `ALTER TABLE "published_figures" ADD CONSTRAINT "published_figures_file_id_published_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "published_files"("id") ON DELETE no action ON UPDATE no action`,
    `ALTER TABLE "return_explanations" ADD CONSTRAINT "return_explanations_exclusion_id_exclusions_id_fk" FOREIGN KEY ("exclusion_id") REFERENCES "exclusions"("id") ON DELETE no action ON UPDATE no action`,
    `CREATE INDEX "published_figures_area" ON "published_figures" USING btree ("level","area_code")`,
    `CREATE INDEX "return_chasers_school" ON "return_chasers" USING btree ("la_estab","period_from")`,
    `CREATE INDEX "received_exclusions_school" ON "received_exclusions" USING btree ("la_estab","school_year")`,
    `UPDATE "received_exclusions" SET
	"la_estab" = (SELECT r."la_estab" FROM "received_returns" r WHERE r."id" = "received_exclusions"."return_id"),
	"school_year" = CAST(substr("start_date", 1, 4) AS integer) - CASE WHEN substr("start_date", 6, 2) < '08' THEN 1 ELSE 0 END`,
    `UPDATE "received_exclusions" SET "counts" = EXISTS (
	SELECT 1 FROM "received_returns" r WHERE r."id" = "received_exclusions"."return_id" AND r."current" AND NOT EXISTS (
		SELECT 1 FROM "received_returns" later WHERE later."la_estab" = r."la_estab" AND later."current"
		AND later."period_from" <= "received_exclusions"."start_date" AND later."period_to" >= "received_exclusions"."start_date"
		AND (later."created_at", later."period_to", later."id") > (r."created_at", r."period_to", r."id")
	)
)`,
    `ALTER TABLE "received_exclusions" ALTER COLUMN "la_estab" SET NOT NULL`,
    `ALTER TABLE "received_exclusions" ALTER COLUMN "school_year" SET NOT NULL`,
    `ALTER TABLE "received_exclusions" ALTER COLUMN "counts" SET NOT NULL`,
    `ALTER TABLE "received_returns" ALTER COLUMN "period_kind" DROP DEFAULT`,
    `ALTER TABLE "returns" ALTER COLUMN "period_kind" DROP DEFAULT`,
    `INSERT INTO "received_year_totals"
	("la_estab", "school_year", "fixed_period", "sessions", "with_length", "permanent", "lunchtime", "pupils", "repeat_pupils")
	SELECT "la_estab", "school_year", sum("fixed"), sum("half_days"), sum("lengths"), sum("permanents"), sum("lunchtimes"),
		count(CASE WHEN "fixed" > 0 THEN 1 END), count(CASE WHEN "fixed" > 1 THEN 1 END)
	FROM (
		SELECT "la_estab", "school_year", "upn",
			count(CASE WHEN "category" IN ('SUSP', 'FIXD') THEN 1 END) AS "fixed",
			coalesce(sum(CASE WHEN "category" IN ('SUSP', 'FIXD') THEN "sessions" END), 0) AS "half_days",
			count(CASE WHEN "category" IN ('SUSP', 'FIXD') THEN "sessions" END) AS "lengths",
			count(CASE WHEN "category" = 'PERM' THEN 1 END) AS "permanents",
			count(CASE WHEN "category" = 'LNCH' THEN 1 END) AS "lunchtimes"
		FROM "received_exclusions" WHERE "counts" GROUP BY "la_estab", "school_year", "upn"
	) AS "pupil_years" GROUP BY "la_estab", "school_year"`,
  ],
};
