import { expect, it } from '@jest/globals';
import { scratchFolder } from '../../support/scratch.ts';
import { readerIn, said } from '../workspace.ts';

const { read } = readerIn(scratchFolder());
const reading = async (statements: string) => {
  const files = {
    'preflight.yml': `checks:\n  statements: ${statements}\n`,
    'app/b.sql': 'SELECT 2',
    'app/a.sql': '\uFEFFSELECT 1',
    'app/readme.md': 'x',
    'app/sub/c.sql': 'SELECT 3',
    'bad/nul.sql': 'SELECT \0',
  };
  const { settings, mistakes } = await read({ database: 'app.db' }, files);
  return { files: settings.checks.statements, mistakes: mistakes.map(said) };
};

it.each([
  ['app', ['app/a.sql', 'app/b.sql', 'app/sub/c.sql']],
  ['app/*.sql', ['app/a.sql', 'app/b.sql']],
  ['[app/b.sql, app/sub, "app/*.sql"]', ['app/b.sql', 'app/sub/c.sql', 'app/a.sql']],
  ['[]', []],
])("the application's SQL is read from %s, each file once", async (statements, expected) => {
  const { files, mistakes } = await reading(statements);
  expect(mistakes).toEqual([]);
  expect(files.map(({ file }) => file)).toEqual(expected);
});

it('keeps its text', async () => {
  expect((await reading('app/a.sql')).files).toEqual([{ file: 'app/a.sql', sql: 'SELECT 1' }]);
});

it('is refused where there is none, and where it cannot be read, with the place of each mistake', async () => {
  expect((await reading('[none, bad, app/readme.md]')).mistakes).toEqual([
    'bad/nul.sql:1 checks.statements: bad/nul.sql holds a NUL byte at offset 7. -> Remove the byte, or save the file as UTF-8.',
    'preflight.yml:2 checks.statements: no SQL file was recognised in "none": nothing is there. -> Give one folder, file or glob, relative to working-directory.',
    'preflight.yml:2 checks.statements: no SQL file was recognised in app/readme.md: no file there has a name that ends in .sql. -> Give a folder, file or glob with .sql files.',
  ]);
});

it('is read in the repository only, because a pull request names it', async () => {
  const { files, mistakes } = await reading('[/etc, ../elsewhere, app/a.sql]');
  expect(files.map(({ file }) => file)).toEqual(['app/a.sql']);
  expect(mistakes).toEqual([
    expect.stringMatching(/^preflight\.yml:2 checks\.statements: .*etc leads out of the repository\./),
    expect.stringContaining(':2 checks.statements: no SQL file was recognised in "../elsewhere": nothing'),
  ]);
});
