UPDATE people SET city = (SELECT city FROM moves WHERE person_id = 2);
