BEGIN;
CREATE TABLE members_new (team TEXT, person INTEGER, role TEXT, since TEXT, PRIMARY KEY (team, person)) WITHOUT ROWID;
INSERT INTO members_new(team, person, role) SELECT team, person, role FROM members;
DROP TABLE members;
ALTER TABLE members_new RENAME TO members;
COMMIT;
