-- preflight: allow rows-lost sessions max=4: every session is renewed
DELETE FROM sessions WHERE id <= 4;
INSERT INTO sessions VALUES (11, 'x'), (12, 'y'), (13, 'z');
