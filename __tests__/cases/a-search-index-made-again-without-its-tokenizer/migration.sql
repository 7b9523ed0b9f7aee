ALTER TABLE recipes ADD COLUMN notes TEXT;
DROP TABLE recipes_fts;
CREATE VIRTUAL TABLE recipes_fts USING fts5 (title, steps, notes, content='recipes', content_rowid='id');
INSERT INTO recipes_fts (recipes_fts) VALUES ('rebuild');
