CREATE TABLE photos (id INTEGER PRIMARY KEY, data BLOB);
INSERT INTO photos VALUES (1, zeroblob(20000)), (2, x'01'), (3, x''), (4, NULL);
