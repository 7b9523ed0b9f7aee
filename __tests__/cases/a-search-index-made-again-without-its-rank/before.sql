CREATE VIRTUAL TABLE recipes USING fts5 (title, steps, prefix='2 3');
INSERT INTO recipes (recipes, rank) VALUES ('rank', 'bm25(10.0, 1.0)');
INSERT INTO recipes VALUES ('Bread', 'baking'), ('Eggs', 'frying');
