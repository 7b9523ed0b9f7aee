UPDATE prices SET amount = amount / 1.0;
