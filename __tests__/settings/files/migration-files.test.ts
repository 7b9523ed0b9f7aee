import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ReadBudget } from '../../../src/settings/files/budget.ts';
import { readMigrations } from '../../../src/settings/files/migration-files.ts';
import { onUnix } from '../../support/platform.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { type Files, said, workspaceWith } from '../workspace.ts';

const folder = scratchFolder();

/** What is read in a new workspace, in short. */
function reading(given: string, files: Files, prepare: (place: string) => void = () => {}) {
  const place = workspaceWith(folder, files);
  prepare(place);
  return short(readIn(given, place));
}

/** As the step names them. */
function readIn(given: string, place: string, budget = new ReadBudget()) {
  return readMigrations(given, { folder: place, workspace: place }, { author: 'step', budget });
}

function short({ migrations: { files, ignored }, mistakes }: ReturnType<typeof readMigrations>) {
  return { files: files.map(({ file }) => file), ignored, mistakes: mistakes.map(said) };
}

const files = {
  'm/2.sql': 'b',
  'm/10.SQL': 'c',
  'm/1.sql': 'a',
  'm/sub/1.sql': 'a',
  'm/readme.md': 'x',
  'm/.hidden.sql': 'y',
  'm/.git/1.sql': 'y',
  'n/1.sql': 'z',
  'n/2.sql/1.sql': 'z',
};

describe('migrations', () => {
  it.each([
    ['a folder and all below it', 'm', ['m/1.sql', 'm/10.SQL', 'm/2.sql', 'm/sub/1.sql']],
    ['a folder with a slash at its end', './m/', ['m/1.sql', 'm/10.SQL', 'm/2.sql', 'm/sub/1.sql']],
    ['a folder whose name looks like a file', 'n', ['n/1.sql', 'n/2.sql/1.sql']],
    ['a file', 'm/2.sql', ['m/2.sql']],
    ['a hidden file that is named', 'm/.hidden.sql', ['m/.hidden.sql']],
    ['a glob', 'm/*.sql', ['m/1.sql', 'm/2.sql']],
    ['a glob over folders', '**/1.sql', ['m/1.sql', 'm/sub/1.sql', 'n/1.sql', 'n/2.sql/1.sql']],
    ['a glob with alternatives', '{n,m}/1.sql', ['m/1.sql', 'n/1.sql']],
    ['a glob that asks for hidden files', 'm/.*.sql', ['m/.hidden.sql']],
    ['a glob over a hidden folder', 'm/.git/*', ['m/.git/1.sql']],
  ])('are read from %s', (_, given, expected) => {
    expect(reading(given, files)).toMatchObject({ files: expected, mistakes: [] });
  });

  it('are read from an absolute path, also outside of the workspace', () => {
    const outside = workspaceWith(folder, { 'm/1.sql': 'a' });
    const place = workspaceWith(folder, {});
    const { files: found } = short(readIn(join(outside, 'm'), place));
    expect(found).toEqual([expect.stringMatching(/^\.\.\/workspace-\w+\/m\/1\.sql$/)]);
    expect(short(readIn(join(outside, 'm/*.sql'), place)).files).toEqual(found);
  });

  it('whose path exists are no glob', () => {
    expect(reading('m[1]', { 'm[1]/1.sql': 'a', 'm1/2.sql': 'b' }).files).toEqual(['m[1]/1.sql']);
  });

  it('stand in the same order on every machine', () => {
    const names = ['10.sql', 'a.sql', '9.sql', 'Z.sql', 'é.sql'];
    const { files: found } = reading('m', Object.fromEntries(names.map((name) => [`m/${name}`, ''])));
    expect(found).toEqual(['m/10.sql', 'm/9.sql', 'm/Z.sql', 'm/a.sql', 'm/é.sql']);
  });

  it('keep their text, but for a byte order mark', () => {
    const place = workspaceWith(folder, { 'b.sql': '\uFEFFSELECT 1;\r\n' });
    const { files: found } = readIn('b.sql', place).migrations;
    expect(found).toEqual([{ file: 'b.sql', path: 'b.sql', sql: 'SELECT 1;\r\n', bom: true }]);
  });

  it.each([
    ['m', ['1.sql', '10.SQL', '2.sql', 'sub/1.sql']],
    ['m/2.sql', ['2.sql']],
    ['m/*/*.sql', ['sub/1.sql']],
    ['**/[12].sql', ['m/1.sql', 'm/2.sql', 'm/sub/1.sql', 'n/1.sql', 'n/2.sql/1.sql']],
  ])('of %s have paths from the folder that is named', (given, paths) => {
    const place = workspaceWith(folder, files);
    const { files: found } = readIn(given, place).migrations;
    expect(found.map(({ path }) => path)).toEqual(paths);
  });

  it('have a journal and its like beside them', () => {
    const place = workspaceWith(folder, {
      'd/0000_a.sql': 'a',
      'd/meta/_journal.json': '{}',
      'd/x.json': '{}',
    });
    const { companions, ignored } = readIn('d', place).migrations;
    expect(companions).toEqual([{ file: 'd/meta/_journal.json', path: 'meta/_journal.json', sql: '{}' }]);
    expect(ignored).toEqual(['d/x.json']);
  });

  it('that are no SQL are listed as ignored', () => {
    expect(reading('m', files).ignored).toEqual(['m/readme.md']);
    expect(reading('m/*', files).ignored).toEqual(['m/readme.md']);
  });

  it('are followed through links, and round a link that leads back', () => {
    const result = reading('linked', files, (place) => {
      symlinkSync(join(place, 'm'), join(place, 'linked'));
      symlinkSync('..', join(place, 'm/sub/up'));
    });
    expect(result).toEqual({
      files: ['linked/1.sql', 'linked/10.SQL', 'linked/2.sql', 'linked/sub/1.sql'],
      ignored: ['linked/readme.md'],
      mistakes: [],
    });
  });

  it('are found once, however many ways lead to their folder', () => {
    const depth = 40;
    const result = reading('m', { [`m/d${depth}/1.sql`]: 'a' }, (place) => {
      for (let level = 0; level < depth; level += 1) {
        mkdirSync(join(place, `m/d${level}`));
        for (const side of ['a', 'b']) symlinkSync(`../d${level + 1}`, join(place, `m/d${level}/${side}`));
      }
    });
    // By its own path, although links to it come first in the alphabet.
    expect(result).toEqual({ files: [`m/d${depth}/1.sql`], ignored: [], mistakes: [] });
  });

  it('are found by a glob once for each question, however many ways lead to their folder', () => {
    const depth = 40;
    const pattern = Array.from({ length: depth }, () => '*').join('/');
    const result = reading(`m/d0/${pattern}/1.sql`, { [`m/d${depth}/1.sql`]: 'a' }, (place) => {
      for (let level = 0; level < depth; level += 1) {
        mkdirSync(join(place, `m/d${level}`));
        for (const side of ['a', 'b']) symlinkSync(`../d${level + 1}`, join(place, `m/d${level}/${side}`));
      }
    });
    expect(result.files).toEqual([`m/d0/${'a/'.repeat(depth)}1.sql`]);
  });

  onUnix('that are no SQL may be pipes (Windows has none)', () => {
    const result = reading('m', files, (place) => {
      execFileSync('mkfifo', [join(place, 'm/pipe')]);
    });
    expect(result).toMatchObject({ ignored: ['m/pipe', 'm/readme.md'], mistakes: [] });
  });
});

describe('migrations are refused', () => {
  const bad = {
    'empty/x.txt': '',
    'bad/nul.sql': 'SELECT 1;\nSELECT \0 1',
    'bad/wide.sql': Buffer.from('\uFEFFSELECT 1', 'utf16le'),
    'bad/latin.sql': Buffer.from("SELECT '\xe9'", 'latin1'),
    'bad/right.sql': 'SELECT 1',
  };

  it.each([
    ['where nothing is', 'none', 'no migration was recognised in "none": nothing is there.'],
    ['where no file matches', '*.sql', 'no migration was recognised in "*.sql": nothing is there.'],
    [
      'in a folder without SQL',
      'empty',
      'no migration was recognised in empty: no file there has a name that ends in .sql.',
    ],
    ['in a file that is no SQL', 'empty/x.txt', 'no migration was recognised in empty/x.txt: no file there'],
    ['by a glob that finds folders only', '*', 'no migration was recognised in *: no file there'],
  ])('%s', (_, given, message) => {
    const { files: found, mistakes } = reading(given, bad);
    expect(found).toEqual([]);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toContain(`migrations: ${message}`);
  });

  it('for their bytes, each with its place, and the others are read', () => {
    expect(reading('bad', bad)).toEqual({
      files: ['bad/right.sql'],
      ignored: [],
      mistakes: [
        'bad/latin.sql:1 migrations: bad/latin.sql is not UTF-8 at offset 8. -> Save it as UTF-8.',
        'bad/nul.sql:2 migrations: bad/nul.sql holds a NUL byte at offset 17. -> Remove the byte, or save the file as UTF-8.',
        'bad/wide.sql:1 migrations: bad/wide.sql is UTF-16. -> Save it as UTF-8.',
      ],
    });
  });

  it('behind a link to nothing, unless it is no SQL', () => {
    const result = reading('m', files, (place) => {
      symlinkSync('gone', join(place, 'm/3.sql'));
      symlinkSync('gone', join(place, 'm/gone.txt'));
    });
    expect(result.mistakes).toEqual([
      'm/3.sql migrations: m/3.sql is a link to nothing. -> Correct or remove the link.',
    ]);
    expect(result.ignored).toEqual(['m/gone.txt', 'm/readme.md']);
  });

  it('behind a link to itself', () => {
    const problem =
      'cannot be read: too many symbolic links encountered. -> Correct the path, or its permissions.';
    const link = (place: string) => {
      mkdirSync(join(place, 'm'));
      symlinkSync('1.sql', join(place, 'm/1.sql'));
    };
    for (const given of ['m', 'm/1.sql', 'm/*.sql']) {
      expect(reading(given, {}, link).mistakes).toEqual([`m/1.sql migrations: m/1.sql ${problem}`]);
    }
  });

  const OUT =
    'leads out of the repository. -> Put into the repository what is to be read; a place outside of it only the step may name.';

  it('behind a link that leads out of the repository, and the others are read', () => {
    writeFileSync(join(folder, 'token.cfg'), 'AUTHORIZATION: basic TOKEN');
    const result = reading('m', files, (place) => {
      symlinkSync('../../token.cfg', join(place, 'm/3.sql'));
      symlinkSync('/etc/passwd', join(place, 'm/4.sql'));
      symlinkSync('/', join(place, 'm/all'));
      symlinkSync('2.sql', join(place, 'm/5.sql'));
    });
    expect(result.mistakes).toEqual([
      `m/all migrations: m/all ${OUT}`,
      `m/3.sql migrations: m/3.sql ${OUT}`,
      `m/4.sql migrations: m/4.sql ${OUT}`,
    ]);
    expect(result.files).toEqual(['m/1.sql', 'm/10.SQL', 'm/2.sql', 'm/5.sql', 'm/sub/1.sql']);
  });

  it.each(['m', 'm/1.sql', 'm/*.sql', 'm/**/*.sql', '*/1.sql'])(
    'of %s where the folder itself is such a link',
    (given) => {
      const outside = workspaceWith(folder, { '1.sql': 'SELECT 1' });
      const result = reading(given, {}, (place) => symlinkSync(outside, join(place, 'm')));
      expect(result.files).toEqual([]);
      expect(result.mistakes).toEqual([expect.stringContaining(OUT)]);
    },
  );

  onUnix('for what is no file, although it is called one (Windows has no pipes)', () => {
    const result = reading('m', files, (place) => {
      execFileSync('mkfifo', [join(place, 'm/3.sql')]);
      symlinkSync('/dev/zero', join(place, 'm/4.sql'));
    });
    expect(result.mistakes).toEqual([
      'm/3.sql migrations: m/3.sql is a named pipe, not a file. -> Put a file there.',
      `m/4.sql migrations: m/4.sql ${OUT}`,
    ]);
  });

  it('for their size, and for what they have together', () => {
    const place = workspaceWith(folder, { 'm/1.sql': '', 'm/2.sql': 'SELECT 2', 'm/3.sql': 'SELECT 3' });
    truncateSync(join(place, 'm/1.sql'), 2 ** 40);
    expect(short(readIn('m', place)).mistakes).toEqual([
      'm/1.sql migrations: m/1.sql is larger than 64 MiB. -> Split it, or remove what is not needed.',
    ]);
    const limits = [
      [{ bytes: 15 }, 'leads to more than 128 MiB of SQL'],
      [{ lines: 1 }, 'leads to more than 2,000,000 lines of SQL'],
      [{ files: 1 }, 'leads to more than 10,000 SQL files'],
      [{ entries: 2 }, 'leads through more than 200,000 files and folders'],
    ] as const;
    const remedy = 'Name the folder that holds the files, and nothing else.';
    for (const [most, problem] of limits) {
      const { mistakes } = short(readIn('m', place, new ReadBudget(most)));
      expect(mistakes.at(-1)).toBe(`migrations: m ${problem}. -> ${remedy}`);
    }
  });

  onUnix('in folders and files without permission, with the words of the system (not on Windows)', () => {
    const place = workspaceWith(folder, { 'm/1.sql': 'a', 'm/2.sql': 'b', 'm/shut/3.sql': 'c' });
    for (const open of [folder, place]) chmodSync(open, 0o755);
    for (const shut of ['m/2.sql', 'm/shut']) chmodSync(join(place, shut), 0);
    try {
      expect(asNobody(() => short(readIn('m', place)))).toEqual({
        files: ['m/1.sql'],
        ignored: [],
        mistakes: [
          'm/shut migrations: m/shut cannot be read: permission denied. -> Correct the path, or its permissions.',
          'm/2.sql migrations: m/2.sql cannot be read: permission denied. -> Correct the path, or its permissions.',
        ],
      });
    } finally {
      chmodSync(join(place, 'm/shut'), 0o755);
    }
  });
});

/** Permissions do not hold for root. */
function asNobody<Result>(act: () => Result): Result {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  try {
    return act();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
