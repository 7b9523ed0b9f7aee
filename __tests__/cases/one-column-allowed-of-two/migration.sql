-- preflight: allow values-changed people.email: addresses are compared in lower case from now on
UPDATE people SET email = lower(email), city = trim(city);
