DROP INDEX one_open_shift;
CREATE UNIQUE INDEX one_open_shift ON shifts (worker_id) WHERE (ended) IS NULL;
DROP INDEX one_station;
CREATE UNIQUE INDEX a_station ON shifts ("station" ASC, id COLLATE binary);
