BEGIN;
INSERT INTO loose(rowid, body) VALUES (2, 'y');
INSERT INTO old_loose(docid, body) VALUES (2, 'y');
INSERT INTO places VALUES (2, 3, 4);
COMMIT;
