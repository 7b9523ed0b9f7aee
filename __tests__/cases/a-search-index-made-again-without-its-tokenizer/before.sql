CREATE TABLE recipes (id INTEGER PRIMARY KEY, title TEXT NOT NULL, steps TEXT NOT NULL);
CREATE VIRTUAL TABLE recipes_fts USING fts5 (title, steps, content='recipes', content_rowid='id', tokenize='porter unicode61');
INSERT INTO recipes VALUES (1, 'Bread', 'baking for an hour'), (2, 'Eggs', 'frying');
INSERT INTO recipes_fts (recipes_fts) VALUES ('rebuild');
