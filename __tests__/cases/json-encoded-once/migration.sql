ALTER TABLE ev ADD COLUMN first TEXT;
UPDATE ev SET first = json_quote(json_extract(tags, '$[0]'));
