BEGIN;
CREATE TABLE children_new (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parents(id));
INSERT INTO children_new SELECT id, parent_id FROM children;
DROP TABLE children;
ALTER TABLE children_new RENAME TO children;
COMMIT;
