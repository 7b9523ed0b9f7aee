import { expect, it } from '@jest/globals';
import { pragmaOf } from '../../src/sql/pragma.ts';

it.each([
  ['PRAGMA user_version', 'user_version'],
  ["pragma/**/main . user_version='x'", 'user_version'],
  ['-- first\nPRAGMA "main".[Journal_Mode](wal);', 'journal_mode'],
  ["EXPLAIN PRAGMA temp_store_directory='x'", 'temp_store_directory'],
  ['explain query plan pragma main.temp_store_directory', 'temp_store_directory'],
  ["SELECT 'PRAGMA user_version'", undefined],
  ['EXPLAIN SELECT pragma FROM t', undefined],
  ['', undefined],
])('of %j the pragma is %j', (sql, name) => {
  expect(pragmaOf(sql)).toBe(name);
});
