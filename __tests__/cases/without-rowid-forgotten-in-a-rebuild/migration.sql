BEGIN;
CREATE TABLE codes_new (code TEXT NOT NULL PRIMARY KEY, n INT, note TEXT);
INSERT INTO codes_new(code, n) SELECT code, n FROM codes;
DROP TABLE codes;
ALTER TABLE codes_new RENAME TO codes;
COMMIT;
