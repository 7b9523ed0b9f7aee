BEGIN;
ALTER TABLE phones RENAME TO phones_old;
CREATE TABLE phones (id INTEGER PRIMARY KEY, number TEXT);
INSERT INTO phones SELECT * FROM phones_old;
DROP TABLE phones_old;
COMMIT;
