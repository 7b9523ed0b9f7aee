PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_shelves` (`id` integer PRIMARY KEY, `room` text NOT NULL, `note` text);--> statement-breakpoint
INSERT INTO `__new_shelves`("id", "room", "note") SELECT "id", "room", "note" FROM `shelves`;--> statement-breakpoint
DROP TABLE `shelves`;--> statement-breakpoint
ALTER TABLE `__new_shelves` RENAME TO `shelves`;--> statement-breakpoint
PRAGMA foreign_keys=ON;
