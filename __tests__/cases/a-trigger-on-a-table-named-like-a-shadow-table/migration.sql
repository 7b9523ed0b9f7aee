CREATE TRIGGER search_docsize_ai AFTER INSERT ON search_docsize BEGIN DELETE FROM search_stat WHERE hits < 0; END;
ALTER TABLE search_stat ADD COLUMN last_hit TEXT;
