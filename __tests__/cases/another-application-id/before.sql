PRAGMA application_id=99;
CREATE TABLE t (a TEXT);
