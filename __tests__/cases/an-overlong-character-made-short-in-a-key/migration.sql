UPDATE paths SET path = 'a/b' WHERE size = 1;
