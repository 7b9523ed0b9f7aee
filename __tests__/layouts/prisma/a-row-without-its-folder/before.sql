CREATE TABLE "_prisma_migrations" ("id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL, "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp, "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0);
INSERT INTO _prisma_migrations VALUES ('a', '43ef61a55cbe565e0742c5c614e98d72a4079b4998b4cce1411bedade0454f39', 1, '20260101000000_init', NULL, NULL, 1, 1), ('b', 'ff', 1, '20260201000000_gone', NULL, NULL, 1, 1), ('c', 'ee', NULL, '20260301000000_undone', NULL, 1, 1, 0);
CREATE TABLE "Bed" ("id" INTEGER NOT NULL PRIMARY KEY);
INSERT INTO Bed VALUES (1);
