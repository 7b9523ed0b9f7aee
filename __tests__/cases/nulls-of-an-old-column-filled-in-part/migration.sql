UPDATE users SET name = login WHERE name IS NULL AND id = 1;
