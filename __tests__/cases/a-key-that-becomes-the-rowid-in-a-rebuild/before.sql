CREATE TABLE notes (id INT PRIMARY KEY NOT NULL, body TEXT);
INSERT INTO notes VALUES (5, 'a'), (9, 'b');
