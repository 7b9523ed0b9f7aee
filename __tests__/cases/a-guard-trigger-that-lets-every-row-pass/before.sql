CREATE TABLE tickets (id INTEGER PRIMARY KEY, title TEXT NOT NULL, state TEXT); CREATE TRIGGER closed BEFORE UPDATE ON tickets WHEN OLD.state = 'closed' BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO tickets (id, title) VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd');
