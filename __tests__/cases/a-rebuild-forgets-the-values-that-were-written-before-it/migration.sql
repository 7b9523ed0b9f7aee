UPDATE tickets SET state = 'open' WHERE id > 1;
CREATE TABLE tickets_new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, state TEXT, due TEXT);
INSERT INTO tickets_new (id, title) SELECT id, title FROM tickets;
DROP TABLE tickets;
ALTER TABLE tickets_new RENAME TO tickets;
