BEGIN;
CREATE TABLE members_new AS SELECT * FROM members;
DROP TABLE members;
ALTER TABLE members_new RENAME TO members;
COMMIT;
