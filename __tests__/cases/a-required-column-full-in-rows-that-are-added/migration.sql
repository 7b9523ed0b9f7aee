INSERT INTO users VALUES (3, 'Cy'), (4, '');
