CREATE TABLE photos (id INTEGER PRIMARY KEY, data);
INSERT INTO photos VALUES (1, x'616263'), (2, 'abc');
