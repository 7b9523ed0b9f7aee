DROP TABLE d1_migrations;
