UPDATE codes SET code = 'c' WHERE code = 'a';
