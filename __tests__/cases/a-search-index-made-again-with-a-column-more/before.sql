CREATE TABLE recipes (id INTEGER PRIMARY KEY, title TEXT NOT NULL);
CREATE VIRTUAL TABLE recipes_fts USING fts5 (title, content='recipes', content_rowid='id', tokenize='porter unicode61');
INSERT INTO recipes VALUES (1, 'Bread'), (2, 'Eggs');
INSERT INTO recipes_fts (recipes_fts) VALUES ('rebuild');
