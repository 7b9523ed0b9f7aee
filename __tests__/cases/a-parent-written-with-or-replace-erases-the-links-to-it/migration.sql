REPLACE INTO users VALUES (2, 'b@x');
