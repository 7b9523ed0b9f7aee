CREATE TABLE tickets (id INTEGER PRIMARY KEY AUTOINCREMENT, subject TEXT NOT NULL);
INSERT INTO tickets VALUES (1, 'a'), (2, 'b'), (3, 'c');
DELETE FROM tickets WHERE id = 3;
