UPDATE users SET role = 'admin';
