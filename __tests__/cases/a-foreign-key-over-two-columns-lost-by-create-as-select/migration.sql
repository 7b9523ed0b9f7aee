BEGIN;
CREATE TABLE people_new AS SELECT * FROM people;
DROP TABLE people;
ALTER TABLE people_new RENAME TO people;
COMMIT;
