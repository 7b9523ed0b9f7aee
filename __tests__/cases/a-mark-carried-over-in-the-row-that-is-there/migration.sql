CREATE TABLE tickets_new (id INTEGER PRIMARY KEY AUTOINCREMENT, subject TEXT NOT NULL, assignee TEXT);
INSERT INTO tickets_new (id, subject) SELECT id, subject FROM tickets;
UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'tickets') WHERE name = 'tickets_new';
DROP TABLE tickets;
ALTER TABLE tickets_new RENAME TO tickets;
