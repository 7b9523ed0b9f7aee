CREATE TABLE __new_todo (id TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL, owner TEXT);
INSERT INTO __new_todo ("id", "label", "owner") SELECT "id", "label", "owner" FROM todo;
DROP TABLE todo;
ALTER TABLE __new_todo RENAME TO todo;
