import { describe, expect, it } from '@jest/globals';
import type { MigrationFolder } from '../../src/facts/settings.ts';
import { layouts } from '../../src/plan/layouts/index.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { tooManyStatements } from '../../src/plan/statement-limit.ts';
import { growthOf, LINEAR } from '../support/growth.ts';
import { assignmentOf, folderOf, NOTHING_TRACKED } from '../support/plans.ts';

const names = layouts.map(({ name }) => name);

/** What each tool makes of the files, from the question whose they are to the plan. */
function planning(layout: string): (folder: MigrationFolder) => void {
  return (folder) => {
    for (const { claims } of layouts) claims(folder, NOTHING_TRACKED);
    makePlan(assignmentOf(folder, { layout: { name: layout } }), { ...NOTHING_TRACKED, userVersion: 1 });
  };
}

/** Names that some tool takes for its own, as many as asked for. */
const MANY: Readonly<Record<string, (at: number) => string>> = {
  'numbered files': (at) => `${at + 1}_a.sql`,
  'files for both ways': (at) => `${Math.ceil((at + 1) / 2)}_a.${at % 2 === 0 ? 'up' : 'down'}.sql`,
  'folders for both ways': (at) => `${Math.ceil((at + 1) / 2)}_a/${at % 2 === 0 ? 'up' : 'down'}.sql`,
  'folders with a file': (at) => `${at + 1}_a/migration.sql`,
  'files without a number': (at) => `a${at}.sql`,
};

const HEADS: Readonly<Record<string, string>> = {
  goose: '-- +goose Up\n',
  dbmate: '-- migrate:up\n',
  'sql-migrate': '-- +migrate Up\n',
};

describe.each(names)('the plan of %s takes time that grows with', (layout) => {
  it.each(Object.keys(MANY))('the number of %s', (kind) => {
    const folder = (size: number) =>
      folderOf({
        'migration_lock.toml': 'provider = "sqlite"',
        ...Object.fromEntries(
          Array.from({ length: size }, (_, at) => [
            MANY[kind]?.(at) ?? '',
            `${HEADS[layout] ?? ''}SELECT 1;\n`,
          ]),
        ),
      });
    expect(growthOf(planning(layout), 250, folder)).toBeLessThan(LINEAR);
  });

  it.each([
    ['statements', 'INSERT INTO t VALUES (1);\n'],
    ['comments', '-- a\n'],
    ['annotations', '-- +goose StatementBegin\nSELECT 1;\n-- +goose StatementEnd\n-- +migrate Down\n'],
    ['sections', '-- migrate:up\nSELECT 1;\n-- migrate:down\nSELECT 2;\n'],
    ['breakpoints', 'SELECT 1;\n--> statement-breakpoint\n'],
    ['dashes', '--\n'],
    ['blanks', ' '],
    ['blank lines', '\n'],
    ['quotes', '"'],
  ])('the number of %s in a file', (_, part) => {
    const folder = (size: number) => {
      const sql = `${HEADS[layout] ?? ''}${part.repeat(size)}\nSELECT 1;`;
      const entries = [{ tag: '1_a', when: 1 }];
      return folderOf({
        '1_a.sql': sql,
        '2_a.up.sql': sql,
        '3_a/up.sql': sql,
        '3_a/metadata.toml': part.repeat(size),
        '4_a/migration.sql': sql,
        'migration_lock.toml': `provider = "${part.repeat(size)}x`,
        ...(layout === 'drizzle' && { 'meta/_journal.json': JSON.stringify({ entries }) }),
      });
    };
    expect(growthOf(planning(layout), 1000, folder)).toBeLessThan(LINEAR);
  });
});

it('a journal that names one file ten thousand times is refused', () => {
  const entries = Array.from({ length: 10_000 }, () => ({ tag: '0000_a', when: 1 }));
  const folder = folderOf({
    '0000_a.sql': 'SELECT 1;',
    'meta/_journal.json': JSON.stringify({ entries }),
  });
  const plan = makePlan(assignmentOf(folder), NOTHING_TRACKED);
  expect(plan).toMatchObject({
    steps: [],
    problems: [{ kind: 'invalid', refuses: true, sentence: 'm/meta/_journal.json lists 0000_a twice' }],
  });
});

describe('a plan', () => {
  it('holds two hundred thousand statements of one block', () => {
    const block = `-- +goose Up\n-- +goose StatementBegin\n${'SELECT 1;\n'.repeat(200_000)}-- +goose StatementEnd\n`;
    const plan = makePlan(assignmentOf(folderOf({ '1_a.sql': block })), NOTHING_TRACKED);
    expect(plan).toMatchObject({ layout: 'goose', pending: [{ statements: 200_000 }] });
  });

  it('holds as many statements as a run can carry, and no semicolon of a text counts', () => {
    const text = `SELECT '${';'.repeat(50)}';`;
    expect(tooManyStatements(folderOf({ '1.sql': text, '2.sql': text }), 10)).toBeUndefined();
    expect(tooManyStatements(folderOf({ '1.sql': 'SELECT 1;'.repeat(10) }), 10)).toBeUndefined();
    expect(tooManyStatements(folderOf({ '1.sql': text, '2.sql': 'SELECT 1;'.repeat(10) }), 10)).toEqual({
      key: 'migrations',
      message: 'm holds more than 10 statements.',
      remedy: 'Remove files that are applied, or write data as statements with many rows.',
    });
  });
});
