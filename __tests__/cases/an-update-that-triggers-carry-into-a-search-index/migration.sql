UPDATE notes SET body = 'apple' WHERE body IS NULL;
