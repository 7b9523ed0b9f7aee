SELECT 1;
UPDATE notes SET body = 'apple' WHERE body IS NULL;
