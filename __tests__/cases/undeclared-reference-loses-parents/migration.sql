UPDATE goals SET title = 'Reading' WHERE id = 2;
