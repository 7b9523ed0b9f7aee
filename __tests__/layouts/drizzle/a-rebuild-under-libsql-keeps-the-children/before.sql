CREATE TABLE "__drizzle_migrations" (
				id SERIAL PRIMARY KEY,
				hash text NOT NULL,
				created_at numeric
			);
INSERT INTO "__drizzle_migrations" (hash, created_at) VALUES ('8c460d1580db4688a171d876bc3197f214b12a7da184279b292b79a5f04a51ec', 1000);
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES authors(id) ON DELETE CASCADE, title TEXT);
INSERT INTO authors VALUES (1, 'a'), (2, 'b');
INSERT INTO books VALUES (10, 1, 'x'), (11, 2, 'y');
