UPDATE prices SET amount = CAST(amount / 1.0 AS INTEGER);
