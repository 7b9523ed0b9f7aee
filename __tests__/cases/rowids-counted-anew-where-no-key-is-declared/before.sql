CREATE TABLE notes (name TEXT, body TEXT);
INSERT INTO notes(rowid, name, body) VALUES (2, 'a', 'x'), (7, 'b', 'y');
