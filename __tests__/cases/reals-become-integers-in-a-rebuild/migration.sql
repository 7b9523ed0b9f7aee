BEGIN;
CREATE TABLE weights_new (id INTEGER PRIMARY KEY, grams INTEGER);
INSERT INTO weights_new SELECT id, grams FROM weights;
DROP TABLE weights;
ALTER TABLE weights_new RENAME TO weights;
COMMIT;
