CREATE TABLE teams (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE people (id INTEGER PRIMARY KEY, team_name TEXT);
INSERT INTO teams VALUES (1, 'none'), (2, 'b'), (3, 'c');
INSERT INTO people VALUES (1, 'b'), (2, 'c'), (3, 'x');
