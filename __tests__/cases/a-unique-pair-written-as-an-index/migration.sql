BEGIN;
CREATE TABLE seats_new (id INTEGER PRIMARY KEY, train TEXT, seat INTEGER);
INSERT INTO seats_new SELECT * FROM seats;
DROP TABLE seats;
ALTER TABLE seats_new RENAME TO seats;
CREATE UNIQUE INDEX seats_train_seat ON seats(train, seat);
COMMIT;
