UPDATE docs SET body = substr(body, 1, 7);
