INSERT INTO tags(name) SELECT tags FROM posts;
DELETE FROM tags WHERE name = '';
