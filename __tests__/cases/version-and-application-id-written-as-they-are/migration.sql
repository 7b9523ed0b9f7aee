PRAGMA application_id=1196444487;
PRAGMA user_version=12;
