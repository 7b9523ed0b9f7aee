import { findPackage, packageFile, runProgram } from '../load.ts';
import { fileOf, quotedText } from '../scenarios.ts';
import type { Migration, Tool } from '../tool.ts';

export const dbmate: Tool = {
  name: 'dbmate',
  layout: 'dbmate',
  find: () => findPackage('@dbmate/linux-x64'),
  files: (migrations) => Object.fromEntries(migrations.map((one) => [pathOf(one), one.text ?? textOf(one)])),
  async run(path, folder, scratch) {
    const program = packageFile('@dbmate/linux-x64', 'bin', 'dbmate');
    const given = ['--url', `sqlite:${path}`, '--migrations-dir', folder, '--no-dump-schema', 'migrate'];
    return runProgram(program, given, scratch);
  },
  volatile: {},
  scenarios: [
    fileOf(
      'no transaction, and a failure',
      '-- migrate:up transaction:false\nCREATE TABLE a (id INTEGER);\nDELETE FROM nowhere;\n\n-- migrate:down\n',
    ),
    fileOf('no down block', '-- migrate:up\nCREATE TABLE a (id INTEGER);\n'),
    quotedText('-- migrate:up\nINSERT INTO authors (id, name) VALUES (3, "c");\n-- migrate:down\n'),
  ],
};

function pathOf({ number, name }: Migration): string {
  return `2024010${number}000000_${name}.sql`;
}

function textOf({ statements }: Migration): string {
  return `-- migrate:up\n${statements.join('\n')}\n\n-- migrate:down\n`;
}
