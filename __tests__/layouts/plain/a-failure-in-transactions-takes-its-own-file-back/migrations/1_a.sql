ALTER TABLE authors ADD COLUMN born INTEGER;
INSERT INTO authors (id, name) VALUES (1, 'again');
SELECT 1;
