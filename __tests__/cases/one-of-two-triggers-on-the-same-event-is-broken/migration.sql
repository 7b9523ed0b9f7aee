PRAGMA legacy_alter_table=ON;
BEGIN;
CREATE TABLE log_new (m TEXT);
INSERT INTO log_new SELECT m FROM log;
DROP TABLE log;
ALTER TABLE log_new RENAME TO log;
COMMIT;
