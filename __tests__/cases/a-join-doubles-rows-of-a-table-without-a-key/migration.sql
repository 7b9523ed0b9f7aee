CREATE TABLE weights_new (scale TEXT NOT NULL, at TEXT NOT NULL, grams INTEGER NOT NULL, accuracy TEXT NOT NULL);
INSERT INTO weights_new SELECT w.scale, w.at, w.grams, s.accuracy FROM weights w JOIN scales s ON s.scale = w.scale;
DROP TABLE weights;
ALTER TABLE weights_new RENAME TO weights;
