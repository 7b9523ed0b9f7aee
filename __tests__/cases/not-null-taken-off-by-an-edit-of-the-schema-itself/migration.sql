PRAGMA writable_schema=ON;
UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '') WHERE name = 'people';
PRAGMA writable_schema=RESET;
