ALTER TABLE `shelves` ALTER COLUMN "room" TO "room" text;
