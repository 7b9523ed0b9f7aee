BEGIN;
DELETE FROM posts_content WHERE id = 2;
CREATE VIRTUAL TABLE posts USING fts5(body, content='posts_content', content_rowid='id');
INSERT INTO posts(posts) VALUES ('rebuild');
COMMIT;
