PRAGMA defer_foreign_keys=ON;
CREATE TABLE kept AS SELECT * FROM parents;
DROP TABLE parents;
CREATE TABLE parents (id INTEGER PRIMARY KEY, name TEXT, note TEXT);
INSERT INTO parents (id, name) SELECT id, name FROM kept;
DROP TABLE kept;
