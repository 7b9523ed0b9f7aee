CREATE TABLE teams (org INTEGER, id INTEGER, name TEXT, UNIQUE (org, id));
CREATE TABLE people (name TEXT, org INTEGER, team INTEGER, FOREIGN KEY (org, team) REFERENCES teams(org, id));
INSERT INTO teams VALUES (1, 1, 'x'), (1, 2, 'y');
INSERT INTO people VALUES ('Ada', 1, 1);
