CREATE VIEW IF NOT EXISTS active AS SELECT id, name FROM users WHERE gone = 0;
