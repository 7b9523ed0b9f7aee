CREATE TABLE settings (name TEXT PRIMARY KEY NOT NULL, value TEXT);
INSERT INTO settings VALUES ('theme', 'dark'), ('lang', 'de');
