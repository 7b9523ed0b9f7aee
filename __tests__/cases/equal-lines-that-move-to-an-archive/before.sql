CREATE TABLE heartbeats (id INTEGER PRIMARY KEY, host TEXT NOT NULL, at TEXT NOT NULL);
INSERT INTO heartbeats VALUES (101, 'h1', '2024-01-02'), (102, 'h2', '2023-01-03'), (103, 'h2', '2023-01-03'), (104, 'h1', '2023-01-02'), (105, 'h1', '2023-01-02'), (106, 'h0', '2024-01-01');
CREATE TABLE heartbeats_archive (id INTEGER PRIMARY KEY, host TEXT NOT NULL, at TEXT NOT NULL);
INSERT INTO heartbeats_archive VALUES (1, 'h1', '2022-01-02'), (2, 'h1', '2022-01-02');
