CREATE VIRTUAL TABLE loose USING fts5(body, content='');
INSERT INTO loose(rowid, body) VALUES (1, 'x');
CREATE VIRTUAL TABLE old_loose USING fts4(body, content='');
INSERT INTO old_loose(docid, body) VALUES (1, 'x');
CREATE VIRTUAL TABLE places USING rtree(id, x0, x1);
INSERT INTO places VALUES (1, 0, 1);
