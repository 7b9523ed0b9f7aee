UPDATE orders SET city = (SELECT name FROM cities WHERE cities.zip = orders.zip);
