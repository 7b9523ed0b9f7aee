DELETE FROM coupons WHERE id = 1;
