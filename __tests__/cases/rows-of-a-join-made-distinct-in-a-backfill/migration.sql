BEGIN;
CREATE TABLE people_new (id INTEGER PRIMARY KEY, name TEXT, tagged INTEGER);
INSERT INTO people_new SELECT DISTINCT p.id, p.name, 1 FROM people AS p JOIN tags AS t ON t.person_id = p.id;
DROP TABLE people;
ALTER TABLE people_new RENAME TO people;
COMMIT;
