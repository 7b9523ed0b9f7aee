import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

it('no file of src is longer than 300 lines', () => {
  const long = files.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 300);
  expect(long).toEqual([]);
});

it('no function of src is longer than 50 lines', () => {
  const long = files.flatMap((file) => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    return lines.flatMap((line, at) => {
      const start = /^(\s*)(export )?(async )?(function\*? |static |#?\w+\(.*\{$|async \*?#?\w+\()/.exec(
        line,
      );
      if (
        start === null ||
        !line.trimEnd().endsWith('{') ||
        /^\s*(if|for|while|switch|return|catch)\b/.test(line)
      )
        return [];
      const closes = [`${start[1]}}`, `${start[1]}},`];
      const end = lines.findIndex((other, later) => later > at && closes.includes(other));
      return end - at > 50 ? [`${file}:${at + 1}`] : [];
    });
  });
  expect(long).toEqual([]);
});
