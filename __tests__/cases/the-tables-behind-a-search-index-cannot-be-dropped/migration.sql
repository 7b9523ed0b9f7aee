DROP TABLE docs_content;
