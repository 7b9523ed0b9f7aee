UPDATE prices SET amount = CAST(amount AS INTEGER);
