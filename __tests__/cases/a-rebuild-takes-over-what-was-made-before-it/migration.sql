ALTER TABLE tickets ADD COLUMN due TEXT;
UPDATE tickets SET due = '2026-01-01';
CREATE INDEX tickets_due ON tickets (due);
CREATE TABLE tickets_new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, state TEXT, due TEXT NOT NULL);
INSERT INTO tickets_new (id, title, state, due) SELECT id, title, state, due FROM tickets;
DROP TABLE tickets;
ALTER TABLE tickets_new RENAME TO tickets;
CREATE INDEX tickets_due ON tickets (due);
