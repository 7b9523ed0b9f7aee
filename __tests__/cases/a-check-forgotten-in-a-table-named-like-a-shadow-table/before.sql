CREATE VIRTUAL TABLE search USING fts5 (q, columnsize=0);
CREATE TABLE search_docsize (id INTEGER PRIMARY KEY, words INTEGER NOT NULL CHECK (words >= 0));
INSERT INTO search (q) VALUES ('one two'), ('three');
INSERT INTO search_docsize VALUES (1, 2), (2, 1);
