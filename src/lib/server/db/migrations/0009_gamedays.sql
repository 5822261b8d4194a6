CREATE TABLE `game_day_drills` (
	`drill_id` integer PRIMARY KEY NOT NULL,
	`day_id` integer NOT NULL,
	FOREIGN KEY (`drill_id`) REFERENCES `drills`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`day_id`) REFERENCES `game_days`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `game_day_drills_day` ON `game_day_drills` (`day_id`);--> statement-breakpoint
CREATE TABLE `game_day_seats` (
	`day_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`team` integer NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`day_id`, `user_id`),
	FOREIGN KEY (`day_id`) REFERENCES `game_days`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `game_day_seats_user` ON `game_day_seats` (`user_id`);--> statement-breakpoint
CREATE TABLE `game_days` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`class_id` integer NOT NULL,
	`lab_id` text NOT NULL,
	`mode` text NOT NULL,
	`by_hand` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`created_by` integer,
	`created_at` integer NOT NULL,
	`paused_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`class_id`) REFERENCES `classes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `game_days_class` ON `game_days` (`class_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `handovers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`drill_id` integer NOT NULL,
	`to_id` integer NOT NULL,
	`note` text NOT NULL,
	`offered_at` integer NOT NULL,
	`answered_at` integer,
	`accepted` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`drill_id`) REFERENCES `drills`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`to_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `handovers_drill` ON `handovers` (`drill_id`);--> statement-breakpoint
CREATE INDEX `handovers_to` ON `handovers` (`to_id`);