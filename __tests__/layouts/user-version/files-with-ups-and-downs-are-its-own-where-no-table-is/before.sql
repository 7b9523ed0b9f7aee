PRAGMA user_version=1; CREATE TABLE t(a);
