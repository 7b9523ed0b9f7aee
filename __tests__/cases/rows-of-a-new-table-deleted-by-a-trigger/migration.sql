CREATE TABLE audit (goal INTEGER, note TEXT);
INSERT INTO audit SELECT id, 'migrated' FROM goals;
CREATE TRIGGER tidy AFTER UPDATE ON goals BEGIN
  DELETE FROM audit WHERE goal = new.id;
END;
UPDATE goals SET name = name || '';
