BEGIN;
CREATE TABLE tweets_new (id TEXT PRIMARY KEY, ref REAL);
INSERT INTO tweets_new SELECT id, ref FROM tweets;
DROP TABLE tweets;
ALTER TABLE tweets_new RENAME TO tweets;
COMMIT;
