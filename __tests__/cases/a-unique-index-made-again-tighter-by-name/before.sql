CREATE TABLE shifts (id INTEGER PRIMARY KEY, worker_id INTEGER NOT NULL, station TEXT, ended TEXT);
CREATE UNIQUE INDEX one_open_shift ON shifts (worker_id, station) WHERE ended IS NULL AND station IS NOT NULL;
CREATE UNIQUE INDEX one_station ON shifts (station, id);
INSERT INTO shifts VALUES (1, 1, 'a', NULL), (2, 2, NULL, NULL);
