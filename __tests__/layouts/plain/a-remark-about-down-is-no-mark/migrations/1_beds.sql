-- down
-- goes what nobody needs
DELETE FROM beds WHERE id = 2;
-- Rolls up the rest: no way down
UPDATE beds SET soil = '-- Down';
