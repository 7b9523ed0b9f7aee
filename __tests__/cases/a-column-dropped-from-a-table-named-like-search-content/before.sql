CREATE VIRTUAL TABLE docs USING fts5 (body, content='');
CREATE TABLE docs_content (id INTEGER PRIMARY KEY, body TEXT, owner TEXT);
INSERT INTO docs_content VALUES (1, 'one', 'a'), (2, 'two', 'b'), (3, 'three', NULL);
INSERT INTO docs (rowid, body) SELECT id, body FROM docs_content;
