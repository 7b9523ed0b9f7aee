UPDATE posts SET slug = slugify(title);
