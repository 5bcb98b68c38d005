CREATE TABLE "audit" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"at" text NOT NULL,
	"user_name" text NOT NULL,
	"role" text NOT NULL,
	"operation" text NOT NULL,
	"subject_type" text,
	"subject_id" text,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "closures" (
	"id" text PRIMARY KEY NOT NULL,
	"school_id" text NOT NULL,
	"school_year" integer NOT NULL,
	"from_date" text NOT NULL,
	"to_date" text NOT NULL,
	"slot" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "closures_order" CHECK ("closures"."from_date" <= "closures"."to_date"),
	CONSTRAINT "closures_slot" CHECK ("closures"."slot" IN ('am', 'pm', 'all'))
);
--> statement-breakpoint
CREATE TABLE "earlier_half_days" (
	"pupil_id" text NOT NULL,
	"school_year" integer NOT NULL,
	"term" text NOT NULL,
	"half_days" integer NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "earlier_half_days_pupil_id_school_year_term_pk" PRIMARY KEY("pupil_id","school_year","term"),
	CONSTRAINT "earlier_half_days_range" CHECK ("earlier_half_days"."half_days" BETWEEN 1 AND 90)
);
--> statement-breakpoint
CREATE TABLE "exclusion_half_days" (
	"exclusion_id" text NOT NULL,
	"pupil_id" text NOT NULL,
	"date" text NOT NULL,
	"slot" text NOT NULL,
	CONSTRAINT "exclusion_half_days_pupil_id_date_slot_pk" PRIMARY KEY("pupil_id","date","slot"),
	CONSTRAINT "exclusion_half_days_slot" CHECK ("exclusion_half_days"."slot" IN ('am', 'pm', 'lunch'))
);
--> statement-breakpoint
CREATE TABLE "exclusion_reasons" (
	"exclusion_id" text NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "exclusion_reasons_exclusion_id_position_pk" PRIMARY KEY("exclusion_id","position"),
	CONSTRAINT "exclusion_reasons_position" CHECK ("exclusion_reasons"."position" BETWEEN 1 AND 3)
);
--> statement-breakpoint
CREATE TABLE "exclusions" (
	"id" text PRIMARY KEY NOT NULL,
	"school_id" text NOT NULL,
	"pupil_id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"rule_set" text NOT NULL,
	"start_date" text,
	"start_slot" text,
	"end_date" text,
	"end_slot" text,
	"half_days" integer,
	"incident_on" text,
	"incident_at" text,
	"incident_place" text,
	"incident_account" text,
	"decided_by" text,
	"sen_provision" text,
	"in_care" boolean NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" text NOT NULL,
	"issued_by" text,
	"issued_at" text,
	"version" integer NOT NULL,
	CONSTRAINT "exclusions_kind" CHECK ("exclusions"."kind" IN ('fixed-period', 'permanent', 'lunchtime')),
	CONSTRAINT "exclusions_state" CHECK ("exclusions"."state" IN ('draft', 'issued')),
	CONSTRAINT "exclusions_issued_whole" CHECK ("exclusions"."state" = 'draft' OR ("exclusions"."start_date" IS NOT NULL AND "exclusions"."start_slot" IS NOT NULL AND "exclusions"."decided_by" IS NOT NULL AND "exclusions"."issued_at" IS NOT NULL)),
	CONSTRAINT "exclusions_length" CHECK ("exclusions"."state" = 'draft' OR ("exclusions"."kind" = 'permanent' AND "exclusions"."half_days" IS NULL) OR ("exclusions"."kind" <> 'permanent' AND "exclusions"."half_days" IS NOT NULL AND "exclusions"."half_days" BETWEEN 1 AND 90 AND "exclusions"."end_date" IS NOT NULL AND "exclusions"."end_slot" IS NOT NULL AND "exclusions"."end_date" >= "exclusions"."start_date"))
);
--> statement-breakpoint
CREATE TABLE "placements" (
	"id" text PRIMARY KEY NOT NULL,
	"exclusion_id" text NOT NULL,
	"pupil_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "places" (
	"id" text PRIMARY KEY NOT NULL,
	"placement_id" text NOT NULL,
	"exclusion_id" text NOT NULL,
	"pupil_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"date" text NOT NULL,
	"slot" text NOT NULL,
	"state" text NOT NULL,
	"held_until" text,
	"ended_reason" text,
	"ended_by" text,
	"ended_at" text,
	CONSTRAINT "places_slot" CHECK ("places"."slot" IN ('am', 'pm')),
	CONSTRAINT "places_state" CHECK ("places"."state" IN ('held', 'booked', 'cancelled', 'lapsed')),
	CONSTRAINT "places_hold_has_end" CHECK ("places"."state" <> 'held' OR "places"."held_until" IS NOT NULL),
	CONSTRAINT "places_ended_has_reason" CHECK ("places"."state" <> 'cancelled' OR "places"."ended_reason" IS NOT NULL)
);
--> statement-breakpoint
CREATE TABLE "provider_closures" (
	"id" text PRIMARY KEY NOT NULL,
	"provider_id" text NOT NULL,
	"from_date" text NOT NULL,
	"to_date" text NOT NULL,
	"slot" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "provider_closures_order" CHECK ("provider_closures"."from_date" <= "provider_closures"."to_date"),
	CONSTRAINT "provider_closures_slot" CHECK ("provider_closures"."slot" IN ('am', 'pm', 'all'))
);
--> statement-breakpoint
CREATE TABLE "provider_sessions" (
	"provider_id" text NOT NULL,
	"weekday" integer NOT NULL,
	"slot" text NOT NULL,
	"capacity" integer NOT NULL,
	"starts" text NOT NULL,
	"ends" text NOT NULL,
	CONSTRAINT "provider_sessions_provider_id_weekday_slot_pk" PRIMARY KEY("provider_id","weekday","slot"),
	CONSTRAINT "provider_sessions_weekday" CHECK ("provider_sessions"."weekday" BETWEEN 1 AND 5),
	CONSTRAINT "provider_sessions_slot" CHECK ("provider_sessions"."slot" IN ('am', 'pm')),
	CONSTRAINT "provider_sessions_capacity" CHECK ("provider_sessions"."capacity" BETWEEN 0 AND 200),
	CONSTRAINT "provider_sessions_order" CHECK ("provider_sessions"."starts" < "provider_sessions"."ends")
);
--> statement-breakpoint
CREATE TABLE "providers" (
	"id" text PRIMARY KEY NOT NULL,
	"school_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"address" text,
	"contact_name" text,
	"contact_phone" text,
	"active" boolean NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pupils" (
	"id" text PRIMARY KEY NOT NULL,
	"school_id" text NOT NULL,
	"upn" text NOT NULL,
	"former_upn" text,
	"surname" text NOT NULL,
	"forename" text NOT NULL,
	"middle_names" text,
	"preferred_surname" text,
	"sex" text NOT NULL,
	"dob" text NOT NULL,
	"nc_year" text,
	"form" text,
	"enrol_status" text,
	"entry_date" text,
	"leaving_date" text,
	"sen_provision" text,
	"in_care" boolean NOT NULL,
	"care_authority" text,
	"ethnicity" text,
	"search_text" text NOT NULL,
	"version" integer NOT NULL,
	"updated_at" text NOT NULL,
	CONSTRAINT "pupils_upn_length" CHECK (length("pupils"."upn") = 13)
);
--> statement-breakpoint
CREATE TABLE "received_exclusions" (
	"return_id" text NOT NULL,
	"position" integer NOT NULL,
	"upn" text NOT NULL,
	"surname" text NOT NULL,
	"forename" text NOT NULL,
	"sex" text NOT NULL,
	"dob" text NOT NULL,
	"nc_year" text,
	"on_roll" boolean NOT NULL,
	"category" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"start_date" text NOT NULL,
	"sessions" integer,
	"in_care" boolean,
	"sen_provision" text,
	CONSTRAINT "received_exclusions_return_id_position_pk" PRIMARY KEY("return_id","position"),
	CONSTRAINT "received_exclusions_sessions" CHECK ("received_exclusions"."sessions" IS NULL OR "received_exclusions"."sessions" BETWEEN 1 AND 99)
);
--> statement-breakpoint
CREATE TABLE "received_returns" (
	"id" text PRIMARY KEY NOT NULL,
	"la_estab" text NOT NULL,
	"school_name" text NOT NULL,
	"period_from" text NOT NULL,
	"period_to" text NOT NULL,
	"period_name" text NOT NULL,
	"format" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"created_at" text NOT NULL,
	"nil" boolean NOT NULL,
	"current" boolean NOT NULL,
	"counts" jsonb NOT NULL,
	"received_by" text NOT NULL,
	"received_at" text NOT NULL,
	CONSTRAINT "received_returns_sha256_unique" UNIQUE("sha256")
);
--> statement-breakpoint
CREATE TABLE "returns" (
	"id" text PRIMARY KEY NOT NULL,
	"school_id" text NOT NULL,
	"period_from" text NOT NULL,
	"period_to" text NOT NULL,
	"period_name" text NOT NULL,
	"version" integer NOT NULL,
	"format" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"nil" boolean NOT NULL,
	"counts" jsonb NOT NULL,
	"exported_by" text NOT NULL,
	"exported_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "schools" (
	"id" text PRIMARY KEY NOT NULL,
	"la_estab" text NOT NULL,
	"urn" text,
	"name" text NOT NULL,
	"phase" text NOT NULL,
	CONSTRAINT "schools_la_estab_unique" UNIQUE("la_estab"),
	CONSTRAINT "schools_la_estab" CHECK (length("schools"."la_estab") = 7)
);
--> statement-breakpoint
CREATE TABLE "session_times" (
	"school_id" text NOT NULL,
	"slot" text NOT NULL,
	"starts" text NOT NULL,
	"ends" text NOT NULL,
	CONSTRAINT "session_times_school_id_slot_pk" PRIMARY KEY("school_id","slot"),
	CONSTRAINT "session_times_order" CHECK ("session_times"."starts" < "session_times"."ends")
);
--> statement-breakpoint
CREATE TABLE "terms" (
	"school_id" text NOT NULL,
	"school_year" integer NOT NULL,
	"name" text NOT NULL,
	"from_date" text NOT NULL,
	"to_date" text NOT NULL,
	CONSTRAINT "terms_school_id_school_year_name_pk" PRIMARY KEY("school_id","school_year","name"),
	CONSTRAINT "terms_order" CHECK ("terms"."from_date" <= "terms"."to_date"),
	CONSTRAINT "terms_name" CHECK ("terms"."name" IN ('autumn', 'spring', 'summer'))
);
--> statement-breakpoint
CREATE TABLE "workspace" (
	"id" integer PRIMARY KEY NOT NULL,
	"home_school_id" text,
	"authority_code" text,
	"authority_name" text,
	"demonstration" boolean NOT NULL,
	"demonstration_seed" integer,
	"demonstration_day" text,
	"promise_from_day" integer,
	"created_at" text NOT NULL,
	CONSTRAINT "workspace_single" CHECK ("workspace"."id" = 1),
	CONSTRAINT "workspace_promise" CHECK ("workspace"."promise_from_day" IS NULL OR "workspace"."promise_from_day" BETWEEN 1 AND 15)
);
--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "earlier_half_days" ADD CONSTRAINT "earlier_half_days_pupil_id_pupils_id_fk" FOREIGN KEY ("pupil_id") REFERENCES "public"."pupils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exclusion_half_days" ADD CONSTRAINT "exclusion_half_days_exclusion_id_exclusions_id_fk" FOREIGN KEY ("exclusion_id") REFERENCES "public"."exclusions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exclusion_half_days" ADD CONSTRAINT "exclusion_half_days_pupil_id_pupils_id_fk" FOREIGN KEY ("pupil_id") REFERENCES "public"."pupils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exclusion_reasons" ADD CONSTRAINT "exclusion_reasons_exclusion_id_exclusions_id_fk" FOREIGN KEY ("exclusion_id") REFERENCES "public"."exclusions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exclusions" ADD CONSTRAINT "exclusions_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exclusions" ADD CONSTRAINT "exclusions_pupil_id_pupils_id_fk" FOREIGN KEY ("pupil_id") REFERENCES "public"."pupils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_exclusion_id_exclusions_id_fk" FOREIGN KEY ("exclusion_id") REFERENCES "public"."exclusions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_pupil_id_pupils_id_fk" FOREIGN KEY ("pupil_id") REFERENCES "public"."pupils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_placement_id_placements_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."placements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_exclusion_id_exclusions_id_fk" FOREIGN KEY ("exclusion_id") REFERENCES "public"."exclusions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_pupil_id_pupils_id_fk" FOREIGN KEY ("pupil_id") REFERENCES "public"."pupils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_closures" ADD CONSTRAINT "provider_closures_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_sessions" ADD CONSTRAINT "provider_sessions_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "providers" ADD CONSTRAINT "providers_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pupils" ADD CONSTRAINT "pupils_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "received_exclusions" ADD CONSTRAINT "received_exclusions_return_id_received_returns_id_fk" FOREIGN KEY ("return_id") REFERENCES "public"."received_returns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_times" ADD CONSTRAINT "session_times_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_school_id_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspace" ADD CONSTRAINT "workspace_home_school_id_schools_id_fk" FOREIGN KEY ("home_school_id") REFERENCES "public"."schools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("subject_type","subject_id");--> statement-breakpoint
CREATE INDEX "closures_school" ON "closures" USING btree ("school_id","school_year");--> statement-breakpoint
CREATE INDEX "exclusion_half_days_exclusion" ON "exclusion_half_days" USING btree ("exclusion_id");--> statement-breakpoint
CREATE INDEX "exclusion_half_days_date" ON "exclusion_half_days" USING btree ("date");--> statement-breakpoint
CREATE UNIQUE INDEX "exclusion_reasons_once" ON "exclusion_reasons" USING btree ("exclusion_id","code");--> statement-breakpoint
CREATE INDEX "exclusions_pupil" ON "exclusions" USING btree ("pupil_id");--> statement-breakpoint
CREATE INDEX "exclusions_start" ON "exclusions" USING btree ("school_id","state","start_date");--> statement-breakpoint
CREATE INDEX "placements_exclusion" ON "placements" USING btree ("exclusion_id");--> statement-breakpoint
CREATE UNIQUE INDEX "places_pupil_once" ON "places" USING btree ("pupil_id","date","slot") WHERE state IN ('held', 'booked');--> statement-breakpoint
CREATE INDEX "places_session" ON "places" USING btree ("provider_id","date","slot");--> statement-breakpoint
CREATE INDEX "places_exclusion" ON "places" USING btree ("exclusion_id");--> statement-breakpoint
CREATE INDEX "places_date" ON "places" USING btree ("date");--> statement-breakpoint
CREATE INDEX "provider_closures_provider" ON "provider_closures" USING btree ("provider_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pupils_upn" ON "pupils" USING btree ("school_id","upn");--> statement-breakpoint
CREATE INDEX "pupils_name" ON "pupils" USING btree ("school_id","surname","forename");--> statement-breakpoint
CREATE INDEX "received_exclusions_start" ON "received_exclusions" USING btree ("start_date");--> statement-breakpoint
CREATE UNIQUE INDEX "received_returns_current" ON "received_returns" USING btree ("la_estab","period_from","period_to") WHERE current;--> statement-breakpoint
CREATE UNIQUE INDEX "returns_version" ON "returns" USING btree ("school_id","period_from","period_to","version");