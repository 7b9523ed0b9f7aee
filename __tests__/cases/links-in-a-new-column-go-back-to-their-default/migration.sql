CREATE TABLE people_new (id INTEGER PRIMARY KEY, team_name TEXT, team INTEGER NOT NULL DEFAULT 1 REFERENCES teams(id) ON DELETE SET DEFAULT);
INSERT INTO people_new SELECT id, team_name, coalesce((SELECT id FROM teams WHERE name = team_name), 1) FROM people;
DROP TABLE people;
ALTER TABLE people_new RENAME TO people;
REPLACE INTO teams SELECT id, upper(name) FROM teams;
