CREATE TABLE `drill_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`drill_id` integer NOT NULL,
	`kind` text NOT NULL,
	`at` real NOT NULL,
	`written_at` integer NOT NULL,
	`about` text NOT NULL,
	FOREIGN KEY (`drill_id`) REFERENCES `drills`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `events_of_drill` ON `drill_events` (`drill_id`);--> statement-breakpoint
CREATE TABLE `drill_reviews` (
	`drill_id` integer PRIMARY KEY NOT NULL,
	`happened` text NOT NULL,
	`why` text NOT NULL,
	`prevent` text NOT NULL,
	`written_at` integer NOT NULL,
	`grade` integer,
	`comment` text DEFAULT '' NOT NULL,
	`graded_by` integer,
	`graded_at` integer,
	FOREIGN KEY (`drill_id`) REFERENCES `drills`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`graded_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `drill_samples` (
	`drill_id` integer NOT NULL,
	`offset` integer NOT NULL,
	`lines` text NOT NULL,
	PRIMARY KEY(`drill_id`, `offset`),
	FOREIGN KEY (`drill_id`) REFERENCES `drills`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `drills` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`run_id` integer,
	`generation` integer NOT NULL,
	`lab_id` text NOT NULL,
	`digest` text NOT NULL,
	`started_at` integer NOT NULL,
	`lab` text NOT NULL,
	`plan` text NOT NULL,
	`ended_at` integer,
	`end` text,
	`figures` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_active_drill` ON `drills` (`user_id`) WHERE "drills"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `drills_of_lab` ON `drills` (`lab_id`,`user_id`);