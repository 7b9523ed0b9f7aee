-- preflight: allow rows-replaced branches: Gent is closed, Aalst is opened
INSERT INTO branches (id, name) VALUES (4, 'Aalst');
DELETE FROM branches WHERE id = 1;
