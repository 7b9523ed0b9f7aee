CREATE TABLE branches (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO branches VALUES (1, 'Gent'), (2, 'Lier');
CREATE TABLE employees (id INTEGER PRIMARY KEY, branch_id INTEGER REFERENCES branches (id));
INSERT INTO employees VALUES (1, 2), (2, 4), (3, 1), (4, 1), (5, 4);
