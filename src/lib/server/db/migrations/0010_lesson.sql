DROP INDEX `attempts_of_lab`;--> statement-breakpoint
CREATE INDEX `attempts_of_lab` ON `attempts` (`user_id`,`lab_id`,`run_id`,`generation`,`task`,`check`,`verdict`,`at`);