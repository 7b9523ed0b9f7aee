INSERT INTO c(p_id, v) SELECT id, n FROM p;
UPDATE p SET tomb = 1 WHERE id = 2;
