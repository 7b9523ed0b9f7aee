CREATE INDEX shelves_room ON shelves (room);
CREATE INDEX shelves_id_room ON shelves (id, room);
