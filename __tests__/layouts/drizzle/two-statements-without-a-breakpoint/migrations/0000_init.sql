CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT NOT NULL);--> statement-breakpoint
CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES authors(id) ON DELETE CASCADE, title TEXT);
