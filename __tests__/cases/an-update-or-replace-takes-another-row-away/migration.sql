UPDATE OR REPLACE pages SET slug = lower(slug);
