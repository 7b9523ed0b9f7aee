BEGIN;
CREATE TABLE tickets_new (id INTEGER, title TEXT, PRIMARY KEY (id AUTOINCREMENT));
INSERT INTO tickets_new SELECT id, title FROM tickets;
DROP TABLE tickets;
ALTER TABLE tickets_new RENAME TO tickets;
COMMIT;
