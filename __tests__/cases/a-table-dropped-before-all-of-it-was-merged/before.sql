CREATE TABLE users (id INTEGER PRIMARY KEY, username TEXT NOT NULL UNIQUE, email TEXT NOT NULL);
INSERT INTO users VALUES (1, 'ann', 'a@x.org'), (2, 'bo', 'b@x.org');
CREATE TABLE pending_users (id INTEGER PRIMARY KEY, username TEXT NOT NULL, email TEXT NOT NULL);
INSERT INTO pending_users VALUES (1, 'bo', 'p@x.org'), (2, 'cy', 'c@x.org'), (3, 'di', 'd@x.org');
