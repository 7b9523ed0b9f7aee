-- preflight: allow rows-lost sessions max=2: expired sessions are purged
DELETE FROM sessions WHERE expires_at < 50;
/*
 * preflight: allow values-cleared users.phone expires=2026-06-15: phone numbers moved to the address book
 */
UPDATE users SET phone = NULL;
