CREATE TABLE schema_migrations(version varchar NOT NULL PRIMARY KEY); CREATE TABLE ar_internal_metadata(key varchar, value varchar, created_at, updated_at);
