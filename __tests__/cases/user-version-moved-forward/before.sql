PRAGMA user_version=7;
CREATE TABLE t (a TEXT);
