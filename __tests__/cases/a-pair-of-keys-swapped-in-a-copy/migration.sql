BEGIN;
CREATE TABLE follows_new (followed INTEGER, follower INTEGER, since TEXT, PRIMARY KEY (follower, followed));
INSERT INTO follows_new SELECT * FROM follows;
DROP TABLE follows;
ALTER TABLE follows_new RENAME TO follows;
COMMIT;
