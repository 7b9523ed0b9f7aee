-- preflight: allow trigger-broken tg: rewritten by the next release
PRAGMA legacy_alter_table=ON;
CREATE TABLE n (id INTEGER PRIMARY KEY, a);
INSERT INTO n SELECT id, a FROM p;
DROP TABLE p;
ALTER TABLE n RENAME TO p;
CREATE TRIGGER tg AFTER INSERT ON p BEGIN UPDATE p SET b = new.a; END;
