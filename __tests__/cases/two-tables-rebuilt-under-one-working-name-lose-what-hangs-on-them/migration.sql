CREATE TABLE tmp (id INTEGER PRIMARY KEY, mail TEXT NOT NULL);
INSERT INTO tmp SELECT id, mail FROM users;
DROP TABLE users;
ALTER TABLE tmp RENAME TO users;
CREATE TABLE tmp (id INTEGER PRIMARY KEY, user_id INTEGER, body TEXT, tries INTEGER NOT NULL DEFAULT 0);
INSERT INTO tmp (id, user_id, body) SELECT id, user_id, body FROM outbox;
DROP TABLE outbox;
ALTER TABLE tmp RENAME TO outbox;
