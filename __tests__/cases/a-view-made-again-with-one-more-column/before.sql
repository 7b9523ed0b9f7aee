CREATE TABLE teams (id INTEGER PRIMARY KEY, title TEXT NOT NULL);
CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL, team_id INTEGER REFERENCES teams);
CREATE VIEW directory AS SELECT people.name, teams.title FROM people LEFT JOIN teams ON teams.id = people.team_id;
INSERT INTO teams VALUES (1, 'red');
INSERT INTO people VALUES (1, 'ann', 1), (2, 'bo', NULL), (3, 'cy', NULL);
