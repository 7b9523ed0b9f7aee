UPDATE orders SET country = m.country
  FROM (SELECT o.id, c.country FROM orders o LEFT JOIN customers c ON c.id = o.customer) AS m
  WHERE m.id = orders.id;
