UPDATE photos SET data = x'00112234' WHERE id = 1;
