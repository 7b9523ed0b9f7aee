UPDATE orders SET country = coalesce(m.country, orders.country)
  FROM (SELECT o.id, c.country FROM orders o LEFT JOIN customers c ON c.id = o.customer) AS m
  WHERE m.id = orders.id;
