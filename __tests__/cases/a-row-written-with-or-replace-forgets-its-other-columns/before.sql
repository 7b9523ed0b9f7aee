CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT, note TEXT);
INSERT INTO settings VALUES ('theme', 'dark', 'asked for by Ada'), ('lang', 'en', NULL);
