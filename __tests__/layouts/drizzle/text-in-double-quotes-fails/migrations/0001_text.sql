INSERT INTO authors VALUES (3, "c");
