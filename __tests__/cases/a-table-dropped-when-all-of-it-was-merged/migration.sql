-- preflight: allow table-dropped pending_users: merged into users
ALTER TABLE users ADD COLUMN state TEXT NOT NULL DEFAULT 'active';
INSERT OR IGNORE INTO users (username, email, state) SELECT username, email, 'pending' FROM pending_users;
DROP TABLE pending_users;
