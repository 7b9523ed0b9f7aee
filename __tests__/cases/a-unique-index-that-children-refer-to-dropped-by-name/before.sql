CREATE TABLE parents (id INTEGER PRIMARY KEY, code TEXT);
CREATE UNIQUE INDEX parents_code ON parents(code);
CREATE TABLE children (id INTEGER PRIMARY KEY, code TEXT REFERENCES parents(code));
INSERT INTO parents VALUES (1, 'a'), (2, 'b');
INSERT INTO children VALUES (1, 'a');
