BEGIN;
CREATE TABLE tickets_new (id INTEGER PRIMARY KEY, state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('shut', 'open', 'parked')), n INTEGER);
INSERT INTO tickets_new SELECT id, state, n FROM tickets;
DROP TABLE tickets;
ALTER TABLE tickets_new RENAME TO tickets;
COMMIT;
