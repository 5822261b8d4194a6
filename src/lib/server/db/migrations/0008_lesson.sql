CREATE TABLE `announcements` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`class_id` integer NOT NULL,
	`lab_id` text,
	`user_id` integer,
	`text` text NOT NULL,
	`by_id` integer,
	`by_name` text NOT NULL,
	`at` integer NOT NULL,
	`until` integer NOT NULL,
	FOREIGN KEY (`class_id`) REFERENCES `classes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `announcements_class` ON `announcements` (`class_id`,`until`);--> statement-breakpoint
CREATE TABLE `help_requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`class_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`lab_id` text NOT NULL,
	`run_id` integer,
	`task` text,
	`check` text,
	`message` text DEFAULT '' NOT NULL,
	`tries` integer NOT NULL,
	`hints` integer NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`asked_at` integer NOT NULL,
	`taken_by` integer,
	`taken_name` text,
	`taken_at` integer,
	`ended_at` integer,
	`end` text,
	`answer` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`class_id`) REFERENCES `classes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`taken_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_open_help` ON `help_requests` (`user_id`) WHERE "help_requests"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `help_class` ON `help_requests` (`class_id`,`ended_at`);--> statement-breakpoint
CREATE TABLE `reservations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`class_id` integer NOT NULL,
	`lab_id` text NOT NULL,
	`count` integer NOT NULL,
	`until` integer NOT NULL,
	FOREIGN KEY (`class_id`) REFERENCES `classes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_reservation` ON `reservations` (`class_id`,`lab_id`);--> statement-breakpoint
CREATE TABLE `shown_runs` (
	`run_id` integer PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `runs` ADD `first_key_at` integer;--> statement-breakpoint
CREATE INDEX `attempts_of_user` ON `attempts` (`user_id`,`at`);