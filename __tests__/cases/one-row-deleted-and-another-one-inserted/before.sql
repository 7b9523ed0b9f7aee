CREATE TABLE plans (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO plans VALUES (1, 'free'), (2, 'pro');
