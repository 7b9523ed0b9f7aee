BEGIN;
CREATE TABLE n ("id" integer, a text default ('x') not null, b text collate nocase, constraint pk primary key (id), constraint filled check ((a != '')), unique (b));
INSERT INTO n SELECT * FROM t;
DROP TABLE t;
ALTER TABLE n RENAME TO t;
COMMIT;
