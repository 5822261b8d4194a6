CREATE TABLE `rounds` (
	`user_id` integer NOT NULL,
	`lab_id` text NOT NULL,
	`round` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `lab_id`, `round`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
