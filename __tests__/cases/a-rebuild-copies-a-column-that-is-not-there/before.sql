CREATE TABLE todo (id TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL);
INSERT INTO todo VALUES ('a', 'x'), ('b', 'ü'), ('c', 'z');
