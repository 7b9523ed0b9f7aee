-- preflight: allow column-dropped perf.url: it is in perf_urls
BEGIN;
CREATE TABLE perf_urls (perf_id INTEGER NOT NULL REFERENCES perf (id) ON DELETE CASCADE, pos INTEGER NOT NULL, url TEXT NOT NULL, PRIMARY KEY (perf_id, pos));
INSERT INTO perf_urls SELECT id, 0, url FROM perf WHERE url LIKE '%a';
ALTER TABLE perf DROP COLUMN url;
COMMIT;
