CREATE TABLE `capstone_works` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`course` text NOT NULL,
	`body` text NOT NULL,
	`handed_in_at` integer NOT NULL,
	`accepted` integer,
	`remark` text DEFAULT '' NOT NULL,
	`read_by` integer,
	`read_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`read_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `capstone_works_user` ON `capstone_works` (`user_id`,`course`);