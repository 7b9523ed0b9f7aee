CREATE TABLE follows (follower INTEGER, followed INTEGER, since TEXT, PRIMARY KEY (follower, followed));
INSERT INTO follows VALUES (1, 2, '2024'), (3, 1, '2025');
