BEGIN;
CREATE TABLE people_new (id INTEGER PRIMARY KEY, last TEXT, first TEXT);
INSERT INTO people_new SELECT * FROM people;
DROP TABLE people;
ALTER TABLE people_new RENAME TO people;
COMMIT;
