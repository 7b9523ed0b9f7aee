BEGIN;
CREATE TABLE people_new (id INTEGER PRIMARY KEY, last TEXT, first TEXT);
INSERT INTO people_new (id, first, last) SELECT id, first, last FROM people;
DROP TABLE people;
ALTER TABLE people_new RENAME TO people;
COMMIT;
