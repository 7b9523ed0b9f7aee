CREATE TABLE t (a INTEGER CHECK (a > 0));
PRAGMA ignore_check_constraints=ON;
INSERT INTO t VALUES (-1);
