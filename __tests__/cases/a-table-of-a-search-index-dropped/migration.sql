DROP TABLE found_content;
