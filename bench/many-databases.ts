import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/**
 * What a run over many small databases costs: one of 100 kB per tenant, all through one run of the bundle. Prints the
 * wall time, and the peak memory of the parent over the first and the second half.
 */
const COUNT = Number(process.argv[2] ?? 1000);
const LIMIT_S = 60;
const root = join(import.meta.dirname, '..');
const place = mkdtempSync(join(tmpdir(), 'preflight-bench-'));

const SCHEMA = `
  CREATE TABLE customers(id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT);
  CREATE TABLE orders(id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers(id), total REAL, note TEXT);
  CREATE INDEX idx_orders_customer ON orders(customer_id);
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
    INSERT INTO customers SELECT i, 'customer' || i || '@example.test', 'Customer ' || i FROM n;
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
    INSERT INTO orders SELECT i, 1 + i % 200, i * 1.5, 'a note of some length about order ' || i FROM n;`;
const MIGRATION = `ALTER TABLE orders ADD COLUMN status TEXT;
UPDATE orders SET status = 'open';
CREATE INDEX idx_orders_status ON orders(status);
ALTER TABLE customers ADD COLUMN created_at TEXT;
`;

function makeDatabases(): void {
  mkdirSync(join(place, 'tenants'));
  mkdirSync(join(place, 'migrations'));
  writeFileSync(join(place, 'migrations/0001_status.sql'), MIGRATION);
  const first = join(place, 'tenants/0001.db');
  const db = new Database(first);
  db.exec(SCHEMA);
  db.close();
  for (let number = 2; number <= COUNT; number += 1) {
    copyFileSync(first, join(place, `tenants/${String(number).padStart(4, '0')}.db`));
  }
  process.stdout.write(`${COUNT} databases of ${statSync(first).size} bytes each\n`);
}

/** Resident memory of the process in MB every 100 ms; Linux only. */
function watchMemory(pid: number): { samples: number[]; stop(): void } {
  const samples: number[] = [];
  const timer = setInterval(() => {
    try {
      const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
      if (kilobytes !== undefined) samples.push(Number(kilobytes) / 1000);
    } catch {
      // It has ended, or this is no Linux.
    }
  }, 100);
  return { samples, stop: () => clearInterval(timer) };
}

async function run(): Promise<void> {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [
      join(root, 'dist/cli/index.js'),
      '--database=tenants/*.db',
      '--migrations=migrations',
      '--output=out',
      '--rehearse=none',
    ],
    { cwd: place, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const memory = watchMemory(child.pid ?? 0);
  const exitCode = await new Promise((resolve) => child.on('close', resolve));
  memory.stop();
  const seconds = (performance.now() - started) / 1000;
  const half = memory.samples.length >> 1;
  const peak = (samples: number[]) => Math.round(Math.max(0, ...samples));
  const report = JSON.parse(readFileSync(join(place, 'out/report.json'), 'utf8')) as { databases: unknown[] };
  process.stdout.write(
    `exit code ${exitCode}, ${report.databases.length} databases in ${seconds.toFixed(1)} s (limit ${LIMIT_S} s), ` +
      `parent's peak memory ${peak(memory.samples.slice(0, half))} MB in the first half, ${peak(memory.samples.slice(half))} MB in the second\n`,
  );
  if (exitCode !== 0 || report.databases.length !== COUNT || seconds > LIMIT_S) process.exitCode = 1;
}

try {
  makeDatabases();
  await run();
} finally {
  rmSync(place, { recursive: true, force: true });
}
