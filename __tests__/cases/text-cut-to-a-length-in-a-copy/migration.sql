BEGIN;
CREATE TABLE posts_new (id INTEGER PRIMARY KEY, title TEXT CHECK (length(title) <= 20));
INSERT INTO posts_new SELECT id, substr(title, 1, 20) FROM posts;
DROP TABLE posts;
ALTER TABLE posts_new RENAME TO posts;
COMMIT;
