CREATE TABLE audit_log (id INTEGER PRIMARY KEY, message TEXT);
CREATE TABLE accounts (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO audit_log VALUES (1, 'login');
INSERT INTO accounts VALUES (1, 'a@example.org');
