UPDATE ev SET tags = json_quote(tags) WHERE tags IS NOT NULL;
