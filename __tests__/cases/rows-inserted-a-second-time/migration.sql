INSERT INTO events SELECT kind, at FROM events WHERE kind = 'a';
