ALTER TABLE units ADD COLUMN name TEXT;
UPDATE units SET code = upper(code);
