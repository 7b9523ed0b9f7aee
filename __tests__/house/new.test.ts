import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { scaffold } from '../../scripts/new.ts';
import { scratchFolder } from '../support/scratch.ts';

const root = join(import.meta.dirname, '../..');
const place = scratchFolder();
const REGISTRIES = [
  'src/judge/rules/index.ts',
  'src/plan/layouts/index.ts',
  'src/report/formats/index.ts',
  'src/commands/index.ts',
  'docs/rules.md',
];
for (const file of REGISTRIES) {
  mkdirSync(join(place, file, '..'), { recursive: true });
  cpSync(join(root, file), join(place, file));
}
const read = (file: string) => readFileSync(join(place, file), 'utf8');

describe('npm run new', () => {
  it.each([
    ['rule', 'table-emptied', 'src/judge/rules/index.ts', /tableDropped, tableEmptied, transactionLeftOpen/],
    ['layout', 'yoyo', 'src/plan/layouts/index.ts', /yoyo, plain\]/],
    ['format', 'junit', 'src/report/formats/index.ts', /json, junit\]/],
    ['command', 'verify', 'src/commands/index.ts', /explain, verify\]/],
  ])('writes a %s with its test and enters it in the registry', (kind, name, registry, entry) => {
    const written = scaffold(kind, name, place);
    expect(written.some((file) => file.endsWith(`/${name}.test.ts`))).toBe(true);
    expect(read(registry)).toMatch(entry);
    expect(read(registry)).toMatch(new RegExp(`^import \\{ .* \\} from '\\./.*${name}\\.ts';$`, 'm'));
    expect(() => scaffold(kind, name, place)).toThrow('is there already');
  });

  it('writes a section of the documentation where the alphabet has it', () => {
    expect(read('docs/rules.md')).toMatch(
      /## table-dropped\n.*## table-emptied\n.*## transaction-left-open\n/s,
    );
  });

  it('refuses another kind and a name that is no file name', () => {
    expect(() => scaffold('rules', 'x', place)).toThrow('there is no kind rules');
    for (const name of ['', 'Rows', '../x', 'a b'])
      expect(() => scaffold('rule', name, place)).toThrow('kebab case');
  });
});
