-- migrate:up
CREATE TABLE more (id INTEGER);

-- migrate:down
DROP TABLE more;
