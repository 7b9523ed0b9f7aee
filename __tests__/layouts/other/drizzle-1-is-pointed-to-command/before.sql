CREATE TABLE __drizzle_migrations (id INTEGER PRIMARY KEY, hash text NOT NULL, created_at numeric, name text, applied_at TEXT);
INSERT INTO __drizzle_migrations VALUES (1, 'ab', 1704067200000, '20240101000000_init', '2024-01-01');
CREATE TABLE users (id INTEGER PRIMARY KEY);
