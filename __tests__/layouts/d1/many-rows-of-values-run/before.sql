CREATE TABLE d1_migrations(
		id         INTEGER PRIMARY KEY AUTOINCREMENT,
		name       TEXT UNIQUE,
		applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
);
INSERT INTO d1_migrations (name) VALUES ('0001_init.sql');
CREATE TABLE seats (id INTEGER PRIMARY KEY, row TEXT, place INTEGER);
INSERT INTO seats VALUES (1, 'a', 1), (2, 'a', 2);
