import { camelCase, type Scaffold, withEntry } from './scaffold.ts';

/** A layout: its file, its test, a golden case, its recipe and its line in the registry. */
export function newLayout(name: string): Scaffold {
  const own = `__tests__/layouts/${name}/pending-files-are-run`;
  const entry = { name: camelCase(name), path: `./${name}.ts` };
  return {
    files: {
      [`src/plan/layouts/${name}.ts`]: source(name),
      [`__tests__/plan/layouts/${name}.test.ts`]: test(name),
      [`${own}/before.sql`]: `CREATE TABLE ${table(name)}(version TEXT PRIMARY KEY, done_at TEXT);
INSERT INTO ${table(name)} VALUES ('1', '2026-01-01');
CREATE TABLE t(a);
`,
      [`${own}/migrations/1_table.sql`]: 'CREATE TABLE t(a);\n',
      [`${own}/migrations/2_index.sql`]: 'CREATE INDEX i ON t(a);\n',
      [`${own}/truth.json`]: truth(name),
      [`${own}/expected.json`]: `${JSON.stringify({ verdict: 'cleared', findings: [] }, null, 2)}\n`,
      [`docs/recipes/${name}.md`]: recipe(name),
    },
    edits: { 'src/plan/layouts/index.ts': (text) => withEntry(text, entry, 'plain') },
  };
}

function table(name: string): string {
  return `${name.replaceAll('-', '_')}_migrations`;
}

function truth(name: string): string {
  return `{
  "recognised": ["${name}", "${name}"],
  "applied": 1,
  "pending": ["2"],
  "outcome": "done",
  "after": { "SELECT version FROM ${table(name)}": [["1"], ["2"]] }
}
`;
}

function source(name: string): string {
  return `import type { MigrationFile, MigrationFolder } from '../../facts/settings.ts';
import { quoteName, quoteText } from '../../sql/quote.ts';
import { compareKeys, directFiles, nameOf } from '../layout-kit/file-names.ts';
import { type DatabaseState, type Layout, type LayoutMigration, type LayoutReading, NOTHING } from '../layout-kit/layout.ts';
import { statementSteps } from '../statement-steps.ts';

/** What the tool does, and where that is written: the source files or the documentation of which release. */
const TABLE = '${table(name)}';

export const ${camelCase(name)}: Layout = {
  name: '${name}',
  tool: '${name}',
  description: 'How the files are named; the history is in \`${table(name)}\`.',
  profile: { transaction: 'file', foreignKeys: false },
  history: { table: TABLE, columns: ['version', 'done_at'] },
  // True where the files can be nobody else's, by what is written in them.
  claims: () => false,
  read(folder: MigrationFolder, { table, options }: DatabaseState): LayoutReading {
    const name = table?.table ?? options.table ?? TABLE;
    const applied = new Set((table?.rows ?? []).map((row) => String(row.version)));
    const files = directFiles(folder).direct.toSorted((a, b) => compareKeys(a.path, b.path));
    const pending = files.filter((file) => !applied.has(versionOf(file)));
    return {
      ...NOTHING,
      applied: files.length - pending.length,
      pending: pending.map((file) => migration(file, quoteName(name))),
      bookkeeping: { tables: [name], userVersion: false },
    };
  },
};

function versionOf(file: MigrationFile): string {
  return /^\\d+/.exec(nameOf(file))?.[0] ?? nameOf(file);
}

function migration({ path, file, sql }: MigrationFile, table: string): LayoutMigration {
  const version = versionOf({ path, file, sql });
  return {
    id: version,
    file,
    steps: statementSteps(file, sql),
    records: { within: [\`INSERT INTO \${table} (version, done_at) VALUES (\${quoteText(version)}, datetime('now'))\`] },
  };
}
`;
}

function test(name: string): string {
  return `import { expect, it } from '@jest/globals';
import { ${camelCase(name)} } from '../../../src/plan/layouts/${name}.ts';
import { folderOf } from '../../support/plans.ts';

it('reads the files as ${name} does: which, in which order, and what is applied', () => {
  const table = { table: '${table(name)}', rows: [{ version: '1' }] };
  const { applied, pending, ignored } = ${camelCase(name)}.read(folderOf({ '1_a.sql': 'SELECT 1;', '2_b.sql': 'SELECT 2;' }), {
    userVersion: 0,
    options: { name: 'auto' },
    table,
  });
  expect({ applied, pending: pending.map(({ id }) => id), ignored }).toEqual({ applied: 1, pending: ['2'], ignored: [] });
  // Take this away when the rules of the tool stand above, each with its source.
  expect(${camelCase(name)}.description).not.toContain('How the files are named');
});

it('is run as the usual driver of ${name} does', () => {
  expect(${camelCase(name)}.profile).toEqual({ transaction: 'file', foreignKeys: false });
});
`;
}

function recipe(name: string): string {
  return `# ${name}

How the folder looks, and how it is recognised.

\`\`\`yaml
- uses: ./.preflight
  with:
    database: snapshot.db
    migrations: migrations
\`\`\`

**What is rehearsed.** The command of the tool, in which order, in which transactions.

**What is refused**, as ${name} does.

**Foreign keys** are as the tool's usual driver has them.
`;
}
