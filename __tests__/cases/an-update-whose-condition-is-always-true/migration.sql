UPDATE orders SET status = 'closed', paid = 1 WHERE status = 'done' OR 1;
