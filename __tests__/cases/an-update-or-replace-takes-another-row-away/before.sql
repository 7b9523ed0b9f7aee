CREATE TABLE pages (id INTEGER PRIMARY KEY, slug TEXT UNIQUE);
INSERT INTO pages VALUES (1, 'home'), (2, 'Home'), (3, 'about');
