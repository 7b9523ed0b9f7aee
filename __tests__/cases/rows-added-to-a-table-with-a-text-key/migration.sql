INSERT INTO codes VALUES ('c', 'z');
