CREATE TABLE `audit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`user_name` text NOT NULL,
	`role` text NOT NULL,
	`operation` text NOT NULL,
	`subject_type` text,
	`subject_id` text,
	`detail` text
);
--> statement-breakpoint
CREATE INDEX `audit_subject` ON `audit` (`subject_type`,`subject_id`);--> statement-breakpoint
CREATE TABLE `closures` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`school_year` integer NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`slot` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "closures_order" CHECK("closures"."from_date" <= "closures"."to_date"),
	CONSTRAINT "closures_slot" CHECK("closures"."slot" IN ('am', 'pm', 'all'))
);
--> statement-breakpoint
CREATE INDEX `closures_school` ON `closures` (`school_id`,`school_year`);--> statement-breakpoint
CREATE TABLE `earlier_half_days` (
	`pupil_id` text NOT NULL,
	`school_year` integer NOT NULL,
	`term` text NOT NULL,
	`half_days` integer NOT NULL,
	`source` text NOT NULL,
	PRIMARY KEY(`pupil_id`, `school_year`, `term`),
	FOREIGN KEY (`pupil_id`) REFERENCES `pupils`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "earlier_half_days_range" CHECK("earlier_half_days"."half_days" BETWEEN 1 AND 90)
);
--> statement-breakpoint
CREATE TABLE `exclusion_half_days` (
	`exclusion_id` text NOT NULL,
	`pupil_id` text NOT NULL,
	`date` text NOT NULL,
	`slot` text NOT NULL,
	PRIMARY KEY(`pupil_id`, `date`, `slot`),
	FOREIGN KEY (`exclusion_id`) REFERENCES `exclusions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pupil_id`) REFERENCES `pupils`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "exclusion_half_days_slot" CHECK("exclusion_half_days"."slot" IN ('am', 'pm', 'lunch'))
);
--> statement-breakpoint
CREATE INDEX `exclusion_half_days_exclusion` ON `exclusion_half_days` (`exclusion_id`);--> statement-breakpoint
CREATE INDEX `exclusion_half_days_date` ON `exclusion_half_days` (`date`);--> statement-breakpoint
CREATE TABLE `exclusion_reasons` (
	`exclusion_id` text NOT NULL,
	`position` integer NOT NULL,
	`code` text NOT NULL,
	PRIMARY KEY(`exclusion_id`, `position`),
	FOREIGN KEY (`exclusion_id`) REFERENCES `exclusions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "exclusion_reasons_position" CHECK("exclusion_reasons"."position" BETWEEN 1 AND 3)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `exclusion_reasons_once` ON `exclusion_reasons` (`exclusion_id`,`code`);--> statement-breakpoint
CREATE TABLE `exclusions` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`pupil_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`rule_set` text NOT NULL,
	`start_date` text,
	`start_slot` text,
	`end_date` text,
	`end_slot` text,
	`half_days` integer,
	`incident_on` text,
	`incident_at` text,
	`incident_place` text,
	`incident_account` text,
	`decided_by` text,
	`sen_provision` text,
	`in_care` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` text NOT NULL,
	`issued_by` text,
	`issued_at` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pupil_id`) REFERENCES `pupils`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "exclusions_kind" CHECK("exclusions"."kind" IN ('fixed-period', 'permanent', 'lunchtime')),
	CONSTRAINT "exclusions_state" CHECK("exclusions"."state" IN ('draft', 'issued')),
	CONSTRAINT "exclusions_issued_whole" CHECK("exclusions"."state" = 'draft' OR ("exclusions"."start_date" IS NOT NULL AND "exclusions"."start_slot" IS NOT NULL AND "exclusions"."decided_by" IS NOT NULL AND "exclusions"."issued_at" IS NOT NULL)),
	CONSTRAINT "exclusions_length" CHECK("exclusions"."state" = 'draft' OR ("exclusions"."kind" = 'permanent' AND "exclusions"."half_days" IS NULL) OR ("exclusions"."kind" <> 'permanent' AND "exclusions"."half_days" IS NOT NULL AND "exclusions"."half_days" BETWEEN 1 AND 90 AND "exclusions"."end_date" IS NOT NULL AND "exclusions"."end_slot" IS NOT NULL AND "exclusions"."end_date" >= "exclusions"."start_date"))
);
--> statement-breakpoint
CREATE INDEX `exclusions_pupil` ON `exclusions` (`pupil_id`);--> statement-breakpoint
CREATE INDEX `exclusions_start` ON `exclusions` (`school_id`,`state`,`start_date`);--> statement-breakpoint
CREATE TABLE `placements` (
	`id` text PRIMARY KEY NOT NULL,
	`exclusion_id` text NOT NULL,
	`pupil_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`exclusion_id`) REFERENCES `exclusions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pupil_id`) REFERENCES `pupils`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `placements_exclusion` ON `placements` (`exclusion_id`);--> statement-breakpoint
CREATE TABLE `places` (
	`id` text PRIMARY KEY NOT NULL,
	`placement_id` text NOT NULL,
	`exclusion_id` text NOT NULL,
	`pupil_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`date` text NOT NULL,
	`slot` text NOT NULL,
	`state` text NOT NULL,
	`held_until` text,
	`ended_reason` text,
	`ended_by` text,
	`ended_at` text,
	FOREIGN KEY (`placement_id`) REFERENCES `placements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`exclusion_id`) REFERENCES `exclusions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pupil_id`) REFERENCES `pupils`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "places_slot" CHECK("places"."slot" IN ('am', 'pm')),
	CONSTRAINT "places_state" CHECK("places"."state" IN ('held', 'booked', 'cancelled', 'lapsed')),
	CONSTRAINT "places_hold_has_end" CHECK("places"."state" <> 'held' OR "places"."held_until" IS NOT NULL),
	CONSTRAINT "places_ended_has_reason" CHECK("places"."state" <> 'cancelled' OR "places"."ended_reason" IS NOT NULL)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `places_pupil_once` ON `places` (`pupil_id`,`date`,`slot`) WHERE state IN ('held', 'booked');--> statement-breakpoint
CREATE INDEX `places_session` ON `places` (`provider_id`,`date`,`slot`);--> statement-breakpoint
CREATE INDEX `places_exclusion` ON `places` (`exclusion_id`);--> statement-breakpoint
CREATE INDEX `places_date` ON `places` (`date`);--> statement-breakpoint
CREATE TABLE `provider_closures` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`slot` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "provider_closures_order" CHECK("provider_closures"."from_date" <= "provider_closures"."to_date"),
	CONSTRAINT "provider_closures_slot" CHECK("provider_closures"."slot" IN ('am', 'pm', 'all'))
);
--> statement-breakpoint
CREATE INDEX `provider_closures_provider` ON `provider_closures` (`provider_id`);--> statement-breakpoint
CREATE TABLE `provider_sessions` (
	`provider_id` text NOT NULL,
	`weekday` integer NOT NULL,
	`slot` text NOT NULL,
	`capacity` integer NOT NULL,
	`starts` text NOT NULL,
	`ends` text NOT NULL,
	PRIMARY KEY(`provider_id`, `weekday`, `slot`),
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "provider_sessions_weekday" CHECK("provider_sessions"."weekday" BETWEEN 1 AND 5),
	CONSTRAINT "provider_sessions_slot" CHECK("provider_sessions"."slot" IN ('am', 'pm')),
	CONSTRAINT "provider_sessions_capacity" CHECK("provider_sessions"."capacity" BETWEEN 0 AND 200),
	CONSTRAINT "provider_sessions_order" CHECK("provider_sessions"."starts" < "provider_sessions"."ends")
);
--> statement-breakpoint
CREATE TABLE `providers` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`address` text,
	`contact_name` text,
	`contact_phone` text,
	`active` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `pupils` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`upn` text NOT NULL,
	`former_upn` text,
	`surname` text NOT NULL,
	`forename` text NOT NULL,
	`middle_names` text,
	`preferred_surname` text,
	`sex` text NOT NULL,
	`dob` text NOT NULL,
	`nc_year` text,
	`form` text,
	`enrol_status` text,
	`entry_date` text,
	`leaving_date` text,
	`sen_provision` text,
	`in_care` integer NOT NULL,
	`care_authority` text,
	`ethnicity` text,
	`search_text` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pupils_upn_length" CHECK(length("pupils"."upn") = 13)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pupils_upn` ON `pupils` (`school_id`,`upn`);--> statement-breakpoint
CREATE INDEX `pupils_name` ON `pupils` (`school_id`,`surname`,`forename`);--> statement-breakpoint
CREATE TABLE `received_exclusions` (
	`return_id` text NOT NULL,
	`position` integer NOT NULL,
	`upn` text NOT NULL,
	`surname` text NOT NULL,
	`forename` text NOT NULL,
	`sex` text NOT NULL,
	`dob` text NOT NULL,
	`nc_year` text,
	`on_roll` integer NOT NULL,
	`category` text NOT NULL,
	`reasons` text NOT NULL,
	`start_date` text NOT NULL,
	`sessions` integer,
	`in_care` integer,
	`sen_provision` text,
	PRIMARY KEY(`return_id`, `position`),
	FOREIGN KEY (`return_id`) REFERENCES `received_returns`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "received_exclusions_sessions" CHECK("received_exclusions"."sessions" IS NULL OR "received_exclusions"."sessions" BETWEEN 1 AND 99)
);
--> statement-breakpoint
CREATE INDEX `received_exclusions_start` ON `received_exclusions` (`start_date`);--> statement-breakpoint
CREATE TABLE `received_returns` (
	`id` text PRIMARY KEY NOT NULL,
	`la_estab` text NOT NULL,
	`school_name` text NOT NULL,
	`period_from` text NOT NULL,
	`period_to` text NOT NULL,
	`period_name` text NOT NULL,
	`format` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`created_at` text NOT NULL,
	`nil` integer NOT NULL,
	`current` integer NOT NULL,
	`counts` text NOT NULL,
	`received_by` text NOT NULL,
	`received_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `received_returns_sha256_unique` ON `received_returns` (`sha256`);--> statement-breakpoint
CREATE UNIQUE INDEX `received_returns_current` ON `received_returns` (`la_estab`,`period_from`,`period_to`) WHERE current;--> statement-breakpoint
CREATE TABLE `returns` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`period_from` text NOT NULL,
	`period_to` text NOT NULL,
	`period_name` text NOT NULL,
	`version` integer NOT NULL,
	`format` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`nil` integer NOT NULL,
	`counts` text NOT NULL,
	`exported_by` text NOT NULL,
	`exported_at` text NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `returns_version` ON `returns` (`school_id`,`period_from`,`period_to`,`version`);--> statement-breakpoint
CREATE TABLE `schools` (
	`id` text PRIMARY KEY NOT NULL,
	`la_estab` text NOT NULL,
	`urn` text,
	`name` text NOT NULL,
	`phase` text NOT NULL,
	CONSTRAINT "schools_la_estab" CHECK(length("schools"."la_estab") = 7)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `schools_la_estab_unique` ON `schools` (`la_estab`);--> statement-breakpoint
CREATE TABLE `session_times` (
	`school_id` text NOT NULL,
	`slot` text NOT NULL,
	`starts` text NOT NULL,
	`ends` text NOT NULL,
	PRIMARY KEY(`school_id`, `slot`),
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "session_times_order" CHECK("session_times"."starts" < "session_times"."ends")
);
--> statement-breakpoint
CREATE TABLE `terms` (
	`school_id` text NOT NULL,
	`school_year` integer NOT NULL,
	`name` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	PRIMARY KEY(`school_id`, `school_year`, `name`),
	FOREIGN KEY (`school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "terms_order" CHECK("terms"."from_date" <= "terms"."to_date"),
	CONSTRAINT "terms_name" CHECK("terms"."name" IN ('autumn', 'spring', 'summer'))
);
--> statement-breakpoint
CREATE TABLE `workspace` (
	`id` integer PRIMARY KEY NOT NULL,
	`home_school_id` text,
	`authority_code` text,
	`authority_name` text,
	`demonstration` integer NOT NULL,
	`demonstration_seed` integer,
	`demonstration_day` text,
	`promise_from_day` integer,
	`created_at` text NOT NULL,
	FOREIGN KEY (`home_school_id`) REFERENCES `schools`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "workspace_single" CHECK("workspace"."id" = 1),
	CONSTRAINT "workspace_promise" CHECK("workspace"."promise_from_day" IS NULL OR "workspace"."promise_from_day" BETWEEN 1 AND 15)
);
