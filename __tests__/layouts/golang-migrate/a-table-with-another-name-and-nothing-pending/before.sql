CREATE TABLE app_migrations (version uint64,dirty bool);
CREATE UNIQUE INDEX version_unique ON app_migrations (version);
INSERT INTO app_migrations VALUES (1, 0);
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES authors(id) ON DELETE CASCADE, title TEXT);
INSERT INTO authors VALUES (1, 'a'), (2, 'b');
INSERT INTO books VALUES (10, 1, 'x'), (11, 2, 'y');
