-- preflight: allow values-changed people.email: addresses are compared in lower case from now on
-- preflight: allow values-changed people.city: stray blanks of the old form
UPDATE people SET email = lower(email), city = trim(city);
