UPDATE people SET city = 'unknown' WHERE city IS NULL;
