CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL, state TEXT NOT NULL);
CREATE VIEW archived_notes AS SELECT id, body FROM notes WHERE state = "archived";
INSERT INTO notes VALUES (1, 'a', 'open'), (2, 'b', 'archived'), (3, 'c', 'archived');
