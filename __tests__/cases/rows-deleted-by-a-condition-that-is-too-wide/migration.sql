DELETE FROM sessions WHERE expired IS NOT 0;
