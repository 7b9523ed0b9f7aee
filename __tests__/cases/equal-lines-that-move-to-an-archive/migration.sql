-- preflight: allow rows-lost heartbeats max=4: lines before 2024 move to heartbeats_archive
INSERT INTO heartbeats_archive (id, host, at) SELECT id, host, at FROM heartbeats WHERE at < '2024-01-01';
DELETE FROM heartbeats WHERE at < '2024-01-01';
CREATE INDEX heartbeats_archive_host ON heartbeats_archive (host, at);
