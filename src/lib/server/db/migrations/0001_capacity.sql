CREATE TABLE `lab_needs` (
	`lab_id` text NOT NULL,
	`digest` text NOT NULL,
	`memory_mib` integer NOT NULL,
	`milli_processors` integer NOT NULL,
	`looks` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`lab_id`, `digest`)
);
--> statement-breakpoint
CREATE TABLE `pooled_sandboxes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`lab_id` text NOT NULL,
	`digest` text NOT NULL,
	`created_at` integer NOT NULL,
	`ready_at` integer
);
--> statement-breakpoint
CREATE INDEX `pooled_of_lab` ON `pooled_sandboxes` (`lab_id`,`digest`);--> statement-breakpoint
ALTER TABLE `runs` ADD `sandbox` text;--> statement-breakpoint
ALTER TABLE `runs` ADD `waiting_since` integer;--> statement-breakpoint
ALTER TABLE `runs` ADD `kept_until` integer;