CREATE TABLE codes (code TEXT PRIMARY KEY NOT NULL, label TEXT);
INSERT INTO codes VALUES ('a', 'x'), ('b', 'y');
