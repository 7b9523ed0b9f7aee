CREATE VIRTUAL TABLE docs USING fts5(body);
INSERT INTO docs VALUES ('one'), ('two');
