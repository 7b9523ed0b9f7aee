UPDATE tags SET name = lower(name);
