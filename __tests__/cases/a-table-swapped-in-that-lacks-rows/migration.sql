ALTER TABLE catalogue RENAME TO catalogue_previous;
ALTER TABLE catalogue_next RENAME TO catalogue;
