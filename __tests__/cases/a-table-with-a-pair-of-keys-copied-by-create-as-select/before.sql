CREATE TABLE members (team TEXT, person INTEGER, role TEXT, PRIMARY KEY (team, person)) WITHOUT ROWID;
INSERT INTO members VALUES ('a', 1, 'lead'), ('a', 2, NULL);
