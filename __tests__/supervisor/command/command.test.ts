import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { commandRunner, itWith, script } from '../../support/commands.ts';
import { databaseFrom, firstValue, scratchFolder, sha256 } from '../../support/scratch.ts';

const folder = scratchFolder();
const runCommand = commandRunner(folder);
const rulesOf = ({ findings }: { findings: { rule: string }[] }) => findings.map(({ rule }) => rule);

/** In the shape of the report that this project began with: `--database`, and each statement commits by itself. */
const PYTHON = `
import argparse, sqlite3
parser = argparse.ArgumentParser()
parser.add_argument("--database", required=True)
connection = sqlite3.connect(parser.parse_args().database, isolation_level=None)
steps = [
    ("Add root_id to goals", "ALTER TABLE goals ADD COLUMN root_id INTEGER"),
    ("Backfill root_id", "UPDATE goals SET root_id = id"),
    ("Index root_id", "CREATE INDEX idx_goals_root_id ON goals(root_id)"),
    ("Add created_at", "ALTER TABLE goals ADD COLUMN created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP"),
    ("Index created_at", "CREATE INDEX idx_goals_created_at ON goals(created_at)"),
]
for title, sql in steps:
    print("Executing:", title, flush=True)
    connection.execute(sql)
`;

describe('a Python script that commits each statement and fails in the middle', () => {
  const schema = 'CREATE TABLE goals(id INTEGER PRIMARY KEY, name); INSERT INTO goals VALUES (1, 1), (2, 2);';

  itWith('python3', '--version')(
    'is seen to leave the database half migrated, from the file alone',
    async () => {
      const place = join(folder, 'migrate.py');
      writeFileSync(place, PYTHON);
      const run = await runCommand(`python3 '${place}' --database "$DATABASE_PATH"`, { schema });
      expect(run.facts.rehearsal).toMatchObject({ outcome: 'failed', commits: 3, statements: [] });
      expect(run.facts.command).toMatchObject({ exitCode: 1, copy: 'changed' });
      expect(run.findings.slice(0, 2)).toMatchObject([
        { rule: 'migration-failed', message: 'The command fails: it ended with exit code 1.' },
        {
          rule: 'half-migrated',
          message: '3 commits stay applied: 1 column added, 1 index added.',
          count: 3,
        },
      ]);
      expect(run.lines.slice(0, 4).map((line) => line.replace('Executing: ', ''))).toEqual([
        'Add root_id to goals',
        'Backfill root_id',
        'Index root_id',
        'Add created_at',
      ]);
    },
  );
});

describe('a command that migrates the copy', () => {
  it('has the same facts as SQL, in one file with its journal mode', async () => {
    const sql = "db.exec('ALTER TABLE t ADD COLUMN w'); db.exec('UPDATE t SET v = 5 WHERE id = 1')";
    const run = await runCommand(script(folder, sql), { journalMode: 'wal' });
    expect(run.facts.rehearsal).toMatchObject({ outcome: 'done', commits: 2 });
    expect(run.facts.changes).toMatchObject({
      tables: [{ table: 't', changed: 1 }],
      objects: [{ kind: 'column', name: 'w', change: 'added' }],
    });
    const { migratedDatabase = '' } = run.facts;
    expect(existsSync(`${migratedDatabase}-wal`)).toBe(false);
    expect(firstValue(migratedDatabase, 'PRAGMA journal_mode')).toBe('wal');
    expect(firstValue(migratedDatabase, 'SELECT v FROM t WHERE id = 1')).toBe(5);
    expect(rulesOf(run)).toEqual(['values-changed', 'not-atomic', 'wal-missing']);
  });

  it('names what the tool recorded, and judges none of its own tables', async () => {
    const schema = `CREATE TABLE knex_migrations(id INTEGER PRIMARY KEY, name, batch, migration_time);
      CREATE TABLE knex_migrations_lock("index" INTEGER PRIMARY KEY, is_locked);
      INSERT INTO knex_migrations VALUES (1, '001_a.js', 1, 0); INSERT INTO knex_migrations_lock VALUES (1, 0);`;
    const sql =
      'db.exec(`UPDATE knex_migrations_lock SET is_locked = 1; CREATE TABLE t(a);\n' +
      "INSERT INTO knex_migrations VALUES (2, '002_b.js', 2, 0)`)";
    const run = await runCommand(script(folder, sql), { schema });
    expect(run.facts.command?.recorded).toEqual([
      { tool: 'Knex', table: 'knex_migrations', ids: ['002_b.js'] },
    ]);
    expect(run.findings).toEqual([]);
  });

  it('is not half migrated by what a tool writes for itself', async () => {
    const schema = `CREATE TABLE knex_migrations(id INTEGER PRIMARY KEY, name, batch, migration_time);
      CREATE TABLE knex_migrations_lock("index" INTEGER PRIMARY KEY, is_locked); INSERT INTO knex_migrations_lock VALUES (1, 0);`;
    const sql = "db.exec('UPDATE knex_migrations_lock SET is_locked = 1'); process.exitCode = 3;";
    const run = await runCommand(script(folder, sql), { schema });
    expect([run.facts.rehearsal.commits, rulesOf(run)]).toEqual([1, ['migration-failed']]);
  });

  it('is recovered where it was killed in a transaction', async () => {
    const sql = `db.exec('UPDATE t SET v = 7'); db.exec('PRAGMA cache_size=1; BEGIN');
      for (let i = 0; i < 500; i += 1) db.exec('INSERT INTO t(v) VALUES (zeroblob(2000))');
      process.kill(process.pid, 'SIGKILL')`;
    const run = await runCommand(`exec ${script(folder, sql)}`);
    expect(run.facts.command?.signal).toBe('SIGKILL');
    expect(run.facts.rehearsal).toMatchObject({ outcome: 'failed', commits: 1 });
    expect(run.facts.changes?.tables).toMatchObject([{ added: 0, changed: 2 }]);
    expect(rulesOf(run)).toEqual(['migration-failed', 'half-migrated']);
  });

  it('takes its turn where several databases share a folder', async () => {
    const line = 'mkdir lock; sleep 0.2; rmdir lock';
    const { all } = await runCommand(line, { databases: 3 });
    expect(all.map(({ command }) => command?.exitCode)).toEqual([0, 0, 0]);
  });
});

describe('the wrong file', () => {
  it('is an error where the snapshot was written to', async () => {
    const run = await runCommand(
      `${script(folder, "db.exec('CREATE TABLE x(a)')")}\nprintf x >> "$SNAPSHOT"`,
    );
    expect(run.findings).toMatchObject([{ rule: 'snapshot-changed', severity: 'error' }]);
  });

  it('is an error where the snapshot was migrated, and where only something beside it stays', async () => {
    const migrated = await runCommand(
      `DATABASE_PATH="$SNAPSHOT" ${script(folder, "db.exec('CREATE TABLE x(a)')")}`,
    );
    expect(rulesOf(migrated)).toEqual(['snapshot-changed', 'command-missed-copy']);
    expect(rulesOf(await runCommand(': > "$SNAPSHOT-wal"; cat "$DATABASE_PATH" > copied'))).toEqual([
      'snapshot-changed',
      'command-missed-copy',
    ]);
  });

  it('is an error where its time was set back after it was written to', async () => {
    const line =
      'touch -r "$SNAPSHOT" was; printf X | dd of="$SNAPSHOT" bs=1 seek=4000 conv=notrunc 2>&1; touch -r was "$SNAPSHOT"';
    const run = await runCommand(`${line}; cat "$DATABASE_PATH" > copied`);
    expect(rulesOf(run)).toContain('snapshot-changed');
  });

  it('is an error where the copy was not read', async () => {
    const run = await runCommand('true');
    expect([run.facts.rehearsal.outcome, run.facts.command?.copy]).toEqual(['done', 'untouched']);
    expect(rulesOf(run)).toEqual(['command-missed-copy']);
  });

  it('is none where the copy was read, and nothing was pending', async () => {
    const schema = 'CREATE TABLE t(v); PRAGMA user_version = 3;';
    for (const journalMode of ['delete', 'wal'] as const) {
      const run = await runCommand(script(folder, "db.prepare('SELECT * FROM t').all()"), {
        ...{ journalMode, schema },
      });
      expect([run.facts.rehearsal.commits, run.facts.command?.copy]).toEqual([0, 'read']);
      expect(rulesOf(run)).toContain('nothing-pending');
    }
  });

  it('is a warning where nothing in the copy says that nothing was pending', async () => {
    const run = await runCommand(script(folder, "db.prepare('SELECT * FROM t').all()"));
    expect(run.findings).toMatchObject([{ rule: 'command-missed-copy', severity: 'warning' }]);
  });

  it('is a warning where it asked, and got no answer', async () => {
    const line = `${script(folder, "db.prepare('SELECT * FROM t').all()")}\nread answer || true`;
    const run = await runCommand(line);
    expect(run.findings).toMatchObject([{ rule: 'command-asked', severity: 'warning' }]);
    const answered = await runCommand(`cat; ${script(folder, "db.exec('CREATE TABLE x(a)')")}`);
    expect(rulesOf(answered)).not.toContain('command-asked');
  });

  it('is an error where it read the copy and changed a database in its folder', async () => {
    let other = '';
    const started = (place: string) => {
      mkdirSync(join(place, 'data'));
      other = databaseFrom(join(place, 'data'), 'CREATE TABLE q(x)');
    };
    const read = script(folder, "db.prepare('SELECT * FROM t').all()");
    const change = script(
      folder,
      "import { globSync } from 'node:fs'; new DatabaseSync(globSync('data/*.db')[0]).exec('CREATE TABLE r(x)')",
    );
    const run = await runCommand(`${read}\n${change}`, { started });
    expect(run.findings).toMatchObject([
      {
        rule: 'command-missed-copy',
        severity: 'error',
        message: expect.stringContaining(`data/${basename(other)}`),
      },
    ]);
    const both = script(folder, "db.exec('CREATE TABLE x(a)')");
    expect(rulesOf(await runCommand(`${both}\n${change}`, { started }))).toEqual([]);
  });

  it('names the lock that the tool waits for', async () => {
    const lock = 'CREATE TABLE "__EFMigrationsLock"("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT);';
    const schema = `${lock}INSERT INTO "__EFMigrationsLock" VALUES (1, '');`;
    const run = await runCommand('sleep 30', { schema, wish: { timeoutMs: 500 } });
    expect(run.findings[0]).toMatchObject({
      rule: 'migration-timeout',
      message: expect.stringContaining('__EFMigrationsLock says that a migration of EF Core is running.'),
      remedy: expect.stringContaining('delete its row'),
    });
  });

  it('fails where the command leaves no database in the place of the copy', async () => {
    for (const line of ['rm "$DATABASE_PATH"', 'echo text > "$DATABASE_PATH"']) {
      const run = await runCommand(line);
      expect(run.facts.after).toBeUndefined();
      expect(run.findings[0]).toMatchObject({
        rule: 'migration-failed',
        message: 'The command fails: what it left in the place of the copy is no database.',
      });
      expect(run.facts.rehearsal).toMatchObject({ commits: 0, commitsUnknown: true });
    }
  });

  it('is seen through a copy that was replaced as a whole', async () => {
    const replace = "db.prepare('VACUUM INTO ?').run(process.env.DATABASE_PATH + '.new')";
    const run = await runCommand(`${script(folder, replace)}\nmv "$DATABASE_PATH.new" "$DATABASE_PATH"`);
    expect(run.facts.command).toMatchObject({ copy: 'changed', commitsAtLeast: true });
  });
});

it('the snapshot is what it was', async () => {
  const run = await runCommand(script(folder, "db.exec('DROP TABLE t')"));
  expect(sha256(run.snapshot)).toBe(run.facts.snapshot?.sha256);
});
