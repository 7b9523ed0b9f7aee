INSERT INTO events SELECT kind, at + 10 FROM events WHERE kind = 'a';
