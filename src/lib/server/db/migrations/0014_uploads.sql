CREATE TABLE `drafts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`owner_id` integer,
	`kind` text NOT NULL,
	`origin` text NOT NULL,
	`path` text DEFAULT '' NOT NULL,
	`commit` text DEFAULT '' NOT NULL,
	`folder` text NOT NULL,
	`lab_id` text,
	`brought_at` integer NOT NULL,
	`published_folder` text,
	`published_at` integer,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_lab_id_unique` ON `drafts` (`lab_id`);--> statement-breakpoint
CREATE INDEX `drafts_owner` ON `drafts` (`owner_id`);