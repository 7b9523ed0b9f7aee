CREATE TABLE notes (slug TEXT PRIMARY KEY, body TEXT);
INSERT INTO notes VALUES ('b', 'banana'), ('a', 'apple'), ('c', 'cherry');
