INSERT INTO children VALUES (2, 7), (3, NULL), (4, 8);
