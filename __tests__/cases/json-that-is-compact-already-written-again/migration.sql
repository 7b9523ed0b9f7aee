UPDATE docs SET body = json(body);
