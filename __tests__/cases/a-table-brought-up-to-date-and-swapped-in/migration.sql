INSERT INTO catalogue_next (id, sku) SELECT id, sku FROM catalogue WHERE id NOT IN (SELECT id FROM catalogue_next);
ALTER TABLE catalogue RENAME TO catalogue_previous;
ALTER TABLE catalogue_next RENAME TO catalogue;
