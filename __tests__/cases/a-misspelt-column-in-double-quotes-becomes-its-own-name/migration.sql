UPDATE orders SET status = "previuos_status";
