DROP INDEX parents_code;
