CREATE TABLE lots (id INTEGER PRIMARY KEY, hall TEXT NOT NULL, opened TEXT NOT NULL);
CREATE INDEX lots_opened ON lots (opened);
CREATE INDEX lots_hall ON lots (hall, opened DESC);
INSERT INTO lots VALUES (1, 'H1', '2024-06-12'), (2, 'H2', '2024-11-23');
