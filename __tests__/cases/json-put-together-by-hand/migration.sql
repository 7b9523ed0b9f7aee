UPDATE docs SET body = body || ',{"v":2}';
