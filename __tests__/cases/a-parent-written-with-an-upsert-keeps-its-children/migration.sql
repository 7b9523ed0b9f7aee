INSERT INTO parents VALUES (2, 'two') ON CONFLICT(id) DO UPDATE SET name = excluded.name;
