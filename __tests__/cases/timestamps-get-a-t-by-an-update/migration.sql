UPDATE events SET at = strftime('%Y-%m-%dT%H:%M:%SZ', at);
