BEGIN;
CREATE TABLE events_new (id INTEGER PRIMARY KEY, at TEXT NOT NULL);
INSERT INTO events_new SELECT id, datetime(at) FROM events;
DROP TABLE events;
ALTER TABLE events_new RENAME TO events;
COMMIT;
