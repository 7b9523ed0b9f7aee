ALTER TABLE recipes ADD COLUMN steps TEXT;
DROP TABLE recipes_fts;
CREATE VIRTUAL TABLE recipes_fts USING FTS5 ("title", steps, content=recipes, content_rowid=id, tokenize="porter");
INSERT INTO recipes_fts (recipes_fts) VALUES ('rebuild');
