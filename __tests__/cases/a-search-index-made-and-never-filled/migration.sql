CREATE TABLE tags (name TEXT);
CREATE VIRTUAL TABLE search USING fts5(body, content='notes');
