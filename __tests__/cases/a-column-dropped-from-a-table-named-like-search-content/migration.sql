ALTER TABLE docs_content DROP COLUMN owner;
