UPDATE users SET name = ifnull(login, 'unknown') WHERE name IS NULL;
