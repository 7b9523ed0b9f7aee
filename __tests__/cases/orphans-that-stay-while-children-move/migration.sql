-- preflight: allow rows-replaced branches: Gent is closed, Aalst is opened
INSERT INTO branches (id, name) VALUES (3, 'Aalst');
UPDATE employees SET branch_id = 3 WHERE branch_id = 1;
DELETE FROM branches WHERE id = 1;
-- preflight: allow values-changed employees.branch_id: they move to Aalst
