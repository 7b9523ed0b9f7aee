CREATE TABLE d1_migrations(
		id         INTEGER PRIMARY KEY AUTOINCREMENT,
		name       TEXT UNIQUE,
		applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
);
INSERT INTO d1_migrations (name) VALUES ('0001_init.sql'), ('0002_seed.sql');
CREATE TABLE posts (id INTEGER PRIMARY KEY, title TEXT);
INSERT INTO posts VALUES (1, 'welcome');
