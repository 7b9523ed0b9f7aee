PRAGMA user_version=3; CREATE TABLE t(a);
