UPDATE items SET id = id + 1000;
