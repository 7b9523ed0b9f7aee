CREATE TABLE shifts (id INTEGER PRIMARY KEY, worker_id INTEGER NOT NULL, station TEXT, ended TEXT);
CREATE UNIQUE INDEX one_open_shift ON shifts (worker_id) WHERE ended IS NULL;
INSERT INTO shifts VALUES (1, 1, 'a', NULL), (2, 2, NULL, NULL), (3, 1, 'a', '2024-01-01');
