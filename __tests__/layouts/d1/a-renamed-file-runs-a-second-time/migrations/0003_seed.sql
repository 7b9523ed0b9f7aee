INSERT INTO posts (title) VALUES ('welcome');
