CREATE TABLE scales (scale TEXT NOT NULL, accuracy TEXT NOT NULL);
INSERT INTO scales VALUES ('W1', '±1g'), ('W2', '±2g'), ('W2', '±7g'), ('W3', '±0g');
CREATE TABLE weights (scale TEXT NOT NULL, at TEXT NOT NULL, grams INTEGER NOT NULL);
INSERT INTO weights VALUES ('W1', '2024-05-05', 104), ('W2', '2024-06-12', 13), ('W2', '2024-10-16', 117), ('W3', '2024-11-23', 26), ('W3', '2024-11-23', 26);
