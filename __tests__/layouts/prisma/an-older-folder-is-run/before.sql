CREATE TABLE "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
);
INSERT INTO "_prisma_migrations" VALUES ('00000000-0000-4000-8000-000000000000', '249174d2c89986c2ebe23467f4dfe2ec5628d3ed0064c15101d9de5508c960e7', 1700000000123, '20240101_init', NULL, NULL, 1700000000000, 1);
INSERT INTO "_prisma_migrations" VALUES ('00000000-0000-4000-8000-000000000001', '99e5f8f603e587c73b37b96f52e5c91cd3b3866e65b0dc9db34bb814a7e69206', 1700000000789, '20240301_index', NULL, NULL, 1700000000000, 1);
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES authors(id) ON DELETE CASCADE, title TEXT);
INSERT INTO authors VALUES (1, 'a'), (2, 'b');
INSERT INTO books VALUES (10, 1, 'x'), (11, 2, 'y');
CREATE INDEX "books_author" ON "books"("author_id");
