CREATE TABLE done(what TEXT, at TEXT NOT NULL); INSERT INTO done VALUES ('001_init.sql', 'then'); CREATE TABLE t(a);
