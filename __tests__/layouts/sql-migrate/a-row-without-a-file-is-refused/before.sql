CREATE TABLE "gorp_migrations" ("id" varchar(255) not null primary key, "applied_at" datetime);
INSERT INTO gorp_migrations VALUES ('1_init.sql', '2024-01-01 00:00:00+00:00');
INSERT INTO gorp_migrations VALUES ('2_gone.sql', '2024-01-01 00:00:00+00:00');
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES authors(id) ON DELETE CASCADE, title TEXT);
INSERT INTO authors VALUES (1, 'a'), (2, 'b');
INSERT INTO books VALUES (10, 1, 'x'), (11, 2, 'y');
