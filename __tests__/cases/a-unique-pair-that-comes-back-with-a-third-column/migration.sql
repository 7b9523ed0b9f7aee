BEGIN;
CREATE TABLE seats_new (id INTEGER PRIMARY KEY, train TEXT, seat INTEGER, day TEXT, UNIQUE (train, seat, day));
INSERT INTO seats_new SELECT * FROM seats;
DROP TABLE seats;
ALTER TABLE seats_new RENAME TO seats;
COMMIT;
