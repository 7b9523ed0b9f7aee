BEGIN;
ALTER TABLE events ADD COLUMN at_unix INTEGER;
UPDATE events SET at_unix = unixepoch(at);
COMMIT;
