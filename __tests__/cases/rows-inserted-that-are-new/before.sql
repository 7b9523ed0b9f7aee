CREATE TABLE events (kind TEXT, at INTEGER);
INSERT INTO events VALUES ('a', 1), ('b', 2), ('b', 2);
