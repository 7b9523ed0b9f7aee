BEGIN;
CREATE TABLE posts_new (id INTEGER PRIMARY KEY, title TEXT);
INSERT INTO posts_new SELECT id, printf('%s', title) FROM posts;
DROP TABLE posts;
ALTER TABLE posts_new RENAME TO posts;
COMMIT;
