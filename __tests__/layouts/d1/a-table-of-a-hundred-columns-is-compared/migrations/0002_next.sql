UPDATE broad SET c7 = upper(c7);
