CREATE TABLE schema_migrations (version INTEGER PRIMARY KEY);
CREATE TABLE own_migrations (filename TEXT, ran_at TEXT);
CREATE TABLE schema_version (version TEXT, applied_at TEXT);
INSERT INTO schema_version VALUES ('001', '2024-01-01');
CREATE TABLE users (id INTEGER PRIMARY KEY, cents INTEGER NOT NULL);
INSERT INTO schema_migrations VALUES (1);
INSERT INTO own_migrations VALUES ('1_users.sql', '2024-01-01');
INSERT INTO users VALUES (1, 100);
PRAGMA user_version = 7;
