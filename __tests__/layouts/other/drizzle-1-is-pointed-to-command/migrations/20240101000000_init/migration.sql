CREATE TABLE more (a);
