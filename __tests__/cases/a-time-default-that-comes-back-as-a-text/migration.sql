CREATE TABLE comments_new (id INTEGER PRIMARY KEY, body TEXT NOT NULL, created_at TEXT NOT NULL DEFAULT 'CURRENT_TIMESTAMP', hidden INTEGER NOT NULL DEFAULT 0);
INSERT INTO comments_new (id, body, created_at) SELECT id, body, created_at FROM comments;
DROP TABLE comments;
ALTER TABLE comments_new RENAME TO comments;
