BEGIN;
CREATE TABLE n (id INTEGER PRIMARY KEY, created_at TEXT, updated_at TEXT);
INSERT INTO n SELECT id, created, nullif(updated, '2021') FROM s;
DROP TABLE s;
ALTER TABLE n RENAME TO s;
COMMIT;
