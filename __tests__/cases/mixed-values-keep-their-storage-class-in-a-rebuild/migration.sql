BEGIN;
CREATE TABLE phones_new (id INTEGER PRIMARY KEY, number, note TEXT);
INSERT INTO phones_new(id, number) SELECT id, number FROM phones;
DROP TABLE phones;
ALTER TABLE phones_new RENAME TO phones;
COMMIT;
