PRAGMA user_version=0;
PRAGMA application_id=0;
