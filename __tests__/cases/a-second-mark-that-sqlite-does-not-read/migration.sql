CREATE TABLE tickets_new (id INTEGER PRIMARY KEY AUTOINCREMENT, subject TEXT NOT NULL, assignee TEXT);
INSERT INTO tickets_new (id, subject) SELECT id, subject FROM tickets;
INSERT INTO sqlite_sequence (name, seq) SELECT 'tickets_new', seq FROM sqlite_sequence WHERE name = 'tickets';
DROP TABLE tickets;
ALTER TABLE tickets_new RENAME TO tickets;
