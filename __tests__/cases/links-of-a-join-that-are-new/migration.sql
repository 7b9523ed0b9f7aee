INSERT INTO links(book, author) SELECT b.id, a.name FROM books b JOIN authors a ON a.name = b.author WHERE b.id = 2;
