CREATE VIRTUAL TABLE recipes_new USING fts5 (title, steps, prefix='2 3');
INSERT INTO recipes_new SELECT title, steps FROM recipes;
DROP TABLE recipes;
ALTER TABLE recipes_new RENAME TO recipes;
