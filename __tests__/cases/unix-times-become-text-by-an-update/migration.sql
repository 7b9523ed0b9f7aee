UPDATE events SET at = datetime(at, 'unixepoch');
