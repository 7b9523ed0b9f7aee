PRAGMA writable_schema=ON;
UPDATE sqlite_master SET sql = replace(sql, ' TEXT', ' /* full */ TEXT') WHERE name = 'people';
PRAGMA writable_schema=RESET;
