CREATE TABLE codes (code TEXT PRIMARY KEY, label TEXT) WITHOUT ROWID;
INSERT INTO codes VALUES ('a', 'Alpha'), ('b', 'Beta');
