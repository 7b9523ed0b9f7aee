UPDATE people SET team = (SELECT id FROM teams WHERE name = team_name);
CREATE TABLE teams_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO teams_new SELECT * FROM teams;
DROP TABLE teams;
ALTER TABLE teams_new RENAME TO teams;
