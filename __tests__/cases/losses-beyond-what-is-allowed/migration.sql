-- preflight: allow rows-lost sessions max=1: expired sessions are purged
DELETE FROM sessions WHERE expires_at < 50;
-- preflight: allow values-cleared users.name: names are optional now
UPDATE users SET name = NULL, phone = NULL;
