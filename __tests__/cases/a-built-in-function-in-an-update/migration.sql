UPDATE posts SET slug = replace(lower(title), ' ', '-');
