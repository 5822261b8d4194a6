CREATE TABLE `run_faults` (
	`run_id` integer NOT NULL,
	`generation` integer NOT NULL,
	`fault` text NOT NULL,
	`state` text NOT NULL,
	`detail` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`run_id`, `generation`, `fault`),
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE cascade
);
