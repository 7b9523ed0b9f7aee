UPDATE orders SET previous_status = "status" WHERE id > 9;
