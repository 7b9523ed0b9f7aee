UPDATE photos SET data = CAST(data AS TEXT);
