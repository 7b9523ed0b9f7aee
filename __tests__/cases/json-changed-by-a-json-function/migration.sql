UPDATE docs SET body = json_set(body, '$.b', 0) WHERE json_valid(body);
