ALTER TABLE tickets ADD COLUMN helper TEXT;
UPDATE tickets SET helper = upper(title);
CREATE TABLE tickets_new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, state TEXT, shown TEXT);
INSERT INTO tickets_new (id, title, state, shown) SELECT id, title, state, helper FROM tickets;
DROP TABLE tickets;
ALTER TABLE tickets_new RENAME TO tickets;
