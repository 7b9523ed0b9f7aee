CREATE TABLE t (a TEXT);
CREATE TABLE log (a TEXT);
CREATE VIEW v AS SELECT lower(a) AS s, json_extract(a, '$.x') AS x FROM t;
CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO log VALUES (upper(new.a)); END;
