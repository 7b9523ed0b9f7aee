-- preflight: allow rows-lost tickets: the ticket was a test
DELETE FROM tickets WHERE id = 4;
