UPDATE orders SET city = coalesce((SELECT name FROM cities WHERE cities.zip = orders.zip), city);
