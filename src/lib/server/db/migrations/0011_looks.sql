CREATE TABLE `trials` (
	`author_id` integer NOT NULL,
	`lab_id` text NOT NULL,
	PRIMARY KEY(`author_id`, `lab_id`),
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `users` ADD `trial_of` integer REFERENCES users(id);--> statement-breakpoint
CREATE UNIQUE INDEX `users_trial_of_unique` ON `users` (`trial_of`);