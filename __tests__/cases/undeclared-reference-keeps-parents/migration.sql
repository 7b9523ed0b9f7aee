UPDATE sessions SET goal = 'rest' WHERE goal IS NULL;
