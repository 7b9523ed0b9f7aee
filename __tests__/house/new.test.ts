import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { stepsFor } from '../../scripts/new/steps.ts';
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
    // Names that no real one will have.
    ['rule', 'rows-mislaid', 'src/judge/rules/index.ts', /rows[A-L]\w+, rowsMislaid, \w+/],
    ['layout', 'some-tool', 'src/plan/layouts/index.ts', /, someTool, plain\]/],
    ['format', 'some-form', 'src/report/formats/index.ts', /, someForm\]/],
    ['command', 'some-word', 'src/commands/index.ts', /, someWord\]/],
  ])('writes a %s with its test and enters it in the registry', (kind, name, registry, entry) => {
    const written = scaffold(kind, name, place);
    expect(written.some((file) => file.endsWith(`/${name}.test.ts`))).toBe(true);
    expect(read(registry)).toMatch(entry);
    expect(read(registry)).toMatch(new RegExp(`^import \\{ .* \\} from '\\./.*${name}\\.ts';$`, 'm'));
    expect(() => scaffold(kind, name, place)).toThrow('is there already');
  });

  it('writes a section of the documentation where the alphabet has it', () => {
    expect(read('docs/rules.md')).toMatch(/## rows-lost\n.*## rows-mislaid\n.*## rows-replaced\n/s);
  });

  it('writes what the compiler takes', () => {
    // As if it lay in the project: an import that is not found beside it is looked for there.
    const compilerOptions = {
      rootDir: '/',
      rootDirs: [place, root],
      typeRoots: [join(root, 'node_modules/@types')],
    };
    const config = join(place, 'tsconfig.json');
    const settings = {
      extends: join(root, 'tsconfig.test.json'),
      compilerOptions,
      include: ['**/*.ts'],
      exclude: ['node_modules'],
    };
    writeFileSync(config, JSON.stringify(settings));
    writeFileSync(join(place, 'package.json'), '{ "type": "module" }');
    symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'), 'junction');
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [compiler, '-p', config], { encoding: 'utf8' });
    expect(stdout).toBe('');
  });

  it.each(['rule', 'layout', 'format', 'command'])('tells all that is left to do for a %s', (kind) => {
    const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
    const steps = stepsFor(kind, 'some-name', guide);
    expect(steps).toMatch(/^2\. /);
    expect(steps).toContain('CHANGELOG.md');
    expect(steps).toContain('some-name');
    expect(steps).not.toMatch(/table-emptied|yoyo|junit|verify|^#/m);
  });

  it('refuses another kind and a name that is no file name', () => {
    expect(() => scaffold('rules', 'x', place)).toThrow('there is no kind rules');
    for (const name of ['', 'Rows', '../x', 'a b'])
      expect(() => scaffold('rule', name, place)).toThrow('kebab case');
  });
});
