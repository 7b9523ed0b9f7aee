BEGIN;
CREATE TABLE teams_new (org INTEGER, id INTEGER, name TEXT);
INSERT INTO teams_new SELECT * FROM teams;
DROP TABLE teams;
ALTER TABLE teams_new RENAME TO teams;
CREATE UNIQUE INDEX teams_org_id ON teams(org, id) WHERE org > 0;
COMMIT;
