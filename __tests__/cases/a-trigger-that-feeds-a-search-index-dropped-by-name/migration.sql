BEGIN;
DROP TRIGGER notes_added;
DROP TRIGGER notes_gone;
INSERT INTO notes VALUES (3, 'plum');
COMMIT;
