CREATE TABLE teams (org INTEGER, id INTEGER, PRIMARY KEY (org, id));
CREATE TABLE people (name TEXT, org INTEGER, team INTEGER, FOREIGN KEY (org, team) REFERENCES teams(org, id));
INSERT INTO teams VALUES (1, 1), (1, 2);
INSERT INTO people VALUES ('Ada', 1, 1), ('Bo', 1, 2), ('Cy', NULL, NULL);
