BEGIN;
CREATE TABLE people_new (id INTEGER PRIMARY KEY, title TEXT, first TEXT, last TEXT, born TEXT);
INSERT INTO people_new SELECT *, NULL FROM people;
DROP TABLE people;
ALTER TABLE people_new RENAME TO people;
COMMIT;
