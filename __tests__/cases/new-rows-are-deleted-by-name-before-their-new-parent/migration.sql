INSERT INTO goals VALUES (9, 'temporary');
INSERT INTO steps VALUES (2, 9), (3, 9), (4, 2);
DELETE FROM steps WHERE goal = 9;
DELETE FROM goals WHERE id = 9;
