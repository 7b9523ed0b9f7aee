import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import Database from 'better-sqlite3';
import { type ActionResult, commandsIn, runAction } from '../support/action.ts';
import { onUnix } from '../support/platform.ts';
import { ResultsService } from '../support/results-service.ts';
import { change, databaseFrom, scratchFolder } from '../support/scratch.ts';

/** Line ends and control characters in every name that a run meets, from the files to the reports. */

const folder = scratchFolder();
const entry = join(import.meta.dirname, '../../src/index.ts');
const service = new ResultsService();

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const DATABASES = ['ten\nant.db', 'ten\rant\u001b[31m.db'];
const MIGRATION = '00\n1\u0001::error::forged.sql';
const [PARENT, CHILD, COLUMN, KEY] = ['par\r\nent', 'ch\nild\u0002::error::forged', 'va\tl\nue', 'p\nid'];
const [INDEX, VIEW, TRIGGER] = ['in\ndex', 'vi\new', 'tri\rgger'];

const SCHEMA = `
  CREATE TABLE ${quoted(PARENT)}(id INTEGER PRIMARY KEY, ${quoted(COLUMN)} TEXT);
  CREATE TABLE ${quoted(CHILD)}(id INTEGER PRIMARY KEY, ${quoted(COLUMN)} TEXT, ${quoted(KEY)} REFERENCES ${quoted(PARENT)}(id));
  INSERT INTO ${quoted(PARENT)} VALUES (1, 'a'), (2, 'b');
  INSERT INTO ${quoted(CHILD)} VALUES (1, 'x', 1), (2, 'y', 2);
  CREATE INDEX ${quoted(INDEX)} ON ${quoted(CHILD)}(${quoted(COLUMN)});
  CREATE VIEW ${quoted(VIEW)} AS SELECT ${quoted(COLUMN)} FROM ${quoted(CHILD)};
  CREATE TRIGGER ${quoted(TRIGGER)} AFTER INSERT ON ${quoted(CHILD)} BEGIN SELECT 1; END;`;
const SQL = `DELETE FROM ${quoted(PARENT)} WHERE id = 1;
UPDATE ${quoted(CHILD)} SET ${quoted(COLUMN)} = NULL WHERE id = 2;
DROP INDEX ${quoted(INDEX)};
DROP TRIGGER ${quoted(TRIGGER)};
CREATE TABLE ${quoted('ne\nw')}(a);`;

interface Report {
  databases: { snapshot: { path: string }; rehearsal: { outcome: string } }[];
  findings: {
    rule: string;
    table?: string;
    query?: string;
    database?: string;
    location?: { file: string; line: number };
  }[];
}

describe('names with line ends and control characters', () => {
  let result: ActionResult;
  let report: Report;

  beforeAll(async () => {
    if (process.platform === 'win32') return;
    await service.start();
    const workspace = mkdtempSync(join(folder, 'workspace-'));
    mkdirSync(join(workspace, 'm'));
    writeFileSync(join(workspace, 'm', MIGRATION), SQL);
    for (const name of DATABASES) renameSync(databaseFrom(workspace, SCHEMA), join(workspace, name));
    result = await runAction({
      ...{ entry, folder, workspace, env: service.env() },
      inputs: { database: '*.db', migrations: 'm', upload: 'all', 'fail-on': 'never' },
    });
    report = JSON.parse(readFileSync(result.outputs['report-json'] ?? '', 'utf8')) as Report;
  }, 120_000);
  afterAll(async () => await service.stop());

  onUnix('are rehearsed, and found under their own names', () => {
    expect(report.databases.map(({ snapshot, rehearsal }) => [snapshot.path, rehearsal.outcome])).toEqual(
      DATABASES.map((name) => [name, 'done']),
    );
    const found = report.findings.map(({ rule, table, location }) => ({ rule, table, location }));
    const file = `m/${MIGRATION}`;
    expect(found).toContainEqual({ rule: 'rows-lost', table: PARENT, location: { file, line: 1 } });
    // Its names have line ends of their own.
    expect(found).toContainEqual({ rule: 'values-cleared', table: CHILD, location: { file, line: 3 } });
    expect(report.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['orphans-introduced', 'index-lost', 'trigger-lost']),
    );
  });

  onUnix('make one line each in the log and in an output, and forge no command', () => {
    const text = `${result.stdout}${result.stderr}`;
    expect(text).not.toMatch(/(?!\n|\t)[\p{Cc}]/u);
    expect(commandsIn(result.stdout).filter(({ data }) => /^forged/.test(data))).toEqual([]);
    const migrated = (result.outputs['migrated-database'] ?? '').split('\n');
    expect(migrated.map((path) => [basename(path), existsSync(path)])).toEqual([
      ['ten-ant.migrated.db', true],
      ['ten-ant-[31m.migrated.db', true],
    ]);
  });

  onUnix('are uploaded', () => {
    expect(result.outputs['report-artifact-id']).toMatch(/^\d+$/);
    expect((result.outputs['database-artifact-id'] ?? '').split('\n')).toEqual([
      expect.stringMatching(/^\d+$/),
      expect.stringMatching(/^\d+$/),
    ]);
  });

  onUnix('stand in queries of report.json that run as they are', () => {
    const [path = ''] = (result.outputs['migrated-database'] ?? '').split('\n');
    const before = databaseFrom(mkdtempSync(join(folder, 'before-')), SCHEMA);
    change(path, 'PRAGMA user_version=0');
    const db = new Database(path);
    db.prepare('ATTACH ? AS before').run(before);
    const queries = report.findings.flatMap(({ rule, query }) =>
      query === undefined ? [] : [{ rule, query }],
    );
    expect(queries.length).toBeGreaterThan(2);
    for (const { query } of queries) expect(db.prepare(query).all().length).toBeGreaterThan(0);
    db.close();
  });
});
