CREATE TABLE lots_new (id INTEGER PRIMARY KEY, hall TEXT NOT NULL, opened TEXT NOT NULL, closed TEXT);
INSERT INTO lots_new (id, hall, opened) SELECT id, hall, opened FROM lots;
DROP TABLE lots;
ALTER TABLE lots_new RENAME TO lots;
CREATE INDEX lots_opened ON lots (opened ASC);
CREATE INDEX lots_hall ON lots (hall COLLATE "BINARY" ASC, opened DESC);
