BEGIN;
CREATE TABLE codes_new (id INTEGER PRIMARY KEY, code TEXT, label TEXT as (CODE||'A'));
INSERT INTO codes_new (id, code) SELECT id, code FROM codes;
DROP TABLE codes;
ALTER TABLE codes_new RENAME TO codes;
COMMIT;
