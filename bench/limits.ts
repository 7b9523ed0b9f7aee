/**
 * What large things cost, at their full size and at a tenth of it: `npm run bench:limits [-- NAME] [--share 0.1] [--write]`.
 * NAME: a part of a case's name; `--share`: a part of its size. Measures the bundle in dist as it lies there, which
 * takes half an hour. `--write` puts the table into docs/performance.md. Linux only.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Case, cases } from './limits/cases.ts';
import { run, type Taken } from './limits/run.ts';
import { writeInto } from './speed/tables.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { share: { type: 'string', default: '1' }, write: { type: 'boolean', default: false } },
});
const DOCUMENT = join(import.meta.dirname, '../docs/performance.md');
const PARENT_LIMIT_MB = 300;

async function measure({ make, databases = 'app.db' }: Case, size: number): Promise<Taken> {
  const folder = mkdtempSync(join(tmpdir(), 'preflight-limits-'));
  try {
    make(folder, size);
    return await run(folder, databases);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const HEAD = [
  '| | wall | CPU, a tenth | CPU | times | program | engine | findings |',
  '|---|---|---|---|---|---|---|---|',
];

function row(name: string, size: number, tenth: Taken, whole: Taken): string {
  const cells = [
    `${size.toLocaleString('en')} ${name}`,
    `${whole.wall.toFixed(1)} s`,
    `${tenth.cpu.toFixed(1)} s`,
    `${whole.cpu.toFixed(1)} s`,
    (whole.cpu / tenth.cpu).toFixed(1),
    `${whole.parent.toFixed(0)} MB${whole.parent > PARENT_LIMIT_MB ? ' (**above 300**)' : ''}`,
    `${whole.engine.toFixed(0)} MB`,
    whole.findings.toLocaleString('en'),
  ];
  return `| ${cells.join(' | ')} |`;
}

const [load = 0] = loadavg();
const lines = [...HEAD];
for (const one of cases.filter(({ name }) => positionals.every((part) => name.includes(part)))) {
  const size = Math.round(one.size * Number(values.share));
  const tenth = await measure(one, Math.round(size / 10));
  const whole = await measure(one, size);
  lines.push(row(one.name, size, tenth, whole));
  console.log(`${lines.at(-1)} exit code ${whole.exitCode}`);
}
const machine = `${availableParallelism()} x ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}; load ${load.toFixed(1)} at the start.`;
const text = `${lines.join('\n')}\n\n${machine}`;
if (values.write) writeFileSync(DOCUMENT, writeInto(readFileSync(DOCUMENT, 'utf8'), text, 'limits'));
