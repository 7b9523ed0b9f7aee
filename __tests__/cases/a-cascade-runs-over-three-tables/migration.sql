ALTER TABLE shops RENAME TO shops_old;
CREATE TABLE shops (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO shops SELECT id, name FROM shops_old;
DROP TABLE shops_old;
