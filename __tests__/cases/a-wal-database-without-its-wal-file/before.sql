PRAGMA journal_mode=WAL;
CREATE TABLE t (a TEXT);
