BEGIN;
CREATE TABLE comments_new (id INTEGER PRIMARY KEY, body TEXT NOT NULL, at TEXT DEFAULT (datetime('now')), state TEXT DEFAULT "draft", note TEXT DEFAULT 'none (yet)');
INSERT INTO comments_new (id, body, at, state) SELECT id, body, at, state FROM comments;
DROP TABLE comments;
ALTER TABLE comments_new RENAME TO comments;
COMMIT;
