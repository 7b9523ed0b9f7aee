DELETE FROM sessions WHERE expired = 1;
