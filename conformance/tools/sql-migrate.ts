import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDebian, runProgram } from '../load.ts';
import { fileOf, quotedText } from '../scenarios.ts';
import type { Migration, Tool } from '../tool.ts';

export const sqlMigrate: Tool = {
  name: 'sql-migrate',
  layout: 'sql-migrate',
  find: () => findDebian('sql-migrate', 'sql-migrate'),
  files: (migrations) => Object.fromEntries(migrations.map((one) => [pathOf(one), one.text ?? textOf(one)])),
  async run(path, folder, scratch) {
    const config = join(scratch, 'dbconfig.yml');
    writeFileSync(config, `preflight:\n  dialect: sqlite3\n  datasource: ${path}\n  dir: ${folder}\n`);
    return runProgram('sql-migrate', ['up', `-config=${config}`, '-env=preflight'], scratch);
  },
  volatile: { applied_at: 'type' },
  scenarios: [
    fileOf(
      'no transaction, and a failure',
      '-- +migrate Up notransaction\nCREATE TABLE a (id INTEGER);\nDELETE FROM nowhere;\n',
    ),
    quotedText('-- +migrate Up\nINSERT INTO authors (id, name) VALUES (3, "c");\n'),
    fileOf('no annotation', 'CREATE TABLE a (id INTEGER);\n'),
    fileOf('no semicolon at the end', '-- +migrate Up\nCREATE TABLE a (id INTEGER)\n'),
  ],
};

function pathOf({ number, name }: Migration): string {
  return `${String(number).padStart(3, '0')}_${name}.sql`;
}

/** Statements end with a line here, so a trigger needs its annotation. */
function textOf({ statements }: Migration): string {
  const parts = statements.map((statement) =>
    statement.startsWith('CREATE TRIGGER')
      ? `-- +migrate StatementBegin\n${statement}\n-- +migrate StatementEnd`
      : statement,
  );
  return `-- +migrate Up\n${parts.join('\n')}\n\n-- +migrate Down\n`;
}
