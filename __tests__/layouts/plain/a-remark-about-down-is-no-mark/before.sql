CREATE TABLE beds (id INTEGER PRIMARY KEY, soil TEXT);
INSERT INTO beds VALUES (1, 'sand'), (2, 'clay');
