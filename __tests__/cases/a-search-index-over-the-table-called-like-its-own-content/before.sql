CREATE TABLE posts_content (id INTEGER PRIMARY KEY, body TEXT);
CREATE TABLE comments (id INTEGER PRIMARY KEY, post_id INTEGER REFERENCES posts_content(id));
INSERT INTO posts_content VALUES (1, 'a'), (2, 'b');
INSERT INTO comments VALUES (1, 1);
