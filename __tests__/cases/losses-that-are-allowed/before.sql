CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT, phone TEXT);
CREATE TABLE sessions(id INTEGER PRIMARY KEY, user_id INTEGER, expires_at INTEGER);
CREATE INDEX idx_sessions_user ON sessions(user_id);
CREATE INDEX idx_sessions_expiry ON sessions(expires_at);
INSERT INTO users VALUES (1, 'Ada', '+1'), (2, 'Bo', '+2'), (3, 'Cy', NULL);
INSERT INTO sessions VALUES (1, 1, 10), (2, 1, 20), (3, 2, 99), (4, 3, 99);
