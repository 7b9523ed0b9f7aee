INSERT INTO authors (id, name) VALUES (3, 'c');
