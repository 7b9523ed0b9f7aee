import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { hasStrace } from '../../torture/faults/calls.ts';
import { clearedCopyProblems, openShop } from '../../torture/kit/shop.ts';
import { attempt } from '../../torture/kit/step.ts';
import { change, scratchFolder } from '../support/scratch.ts';

/** Faults of the machine that were once taken for something else, each as strace or a limit brings it about. */
const folder = scratchFolder();
const root = join(import.meta.dirname, '../..');
/** The titles say why. */
const withStrace = hasStrace() ? it : it.skip;

/** A run whose calls fail as `rules` say. */
async function runWith(rules: readonly string[], { wal = false, path = '' } = {}) {
  const place = mkdtempSync(join(folder, 'run-'));
  const shop = openShop(place, { wal, orders: 20 });
  const only = path === '' ? ['--seccomp-bpf'] : ['-P', path];
  const expressions = rules.flatMap((rule) => ['-e', rule]);
  const through = ['strace', '-f', '-qq', '-o', '/dev/null', ...only, ...expressions];
  const inputs = { ...shop.inputs, rehearse: 'none' };
  const ended = await attempt({ place, workspace: shop.workspace, inputs, through, mayLeave: true });
  return { ...ended, problems: [...ended.problems, ...clearedCopyProblems(ended, shop)] };
}

describe('a machine that fails (needs strace)', () => {
  withStrace.each([1, 2, 4])(
    'is blamed for a disk that is full at truncation %i, and not the migration',
    async (at) => {
      const fault = ['trace=ftruncate', `inject=ftruncate:error=ENOSPC:when=${at}`];
      const { exitCode, outputs, problems } = await runWith(fault, { wal: true });
      expect(problems).toEqual([]);
      expect([
        [0, 'cleared'],
        [3, 'failed'],
      ]).toContainEqual([exitCode, outputs.verdict]);
    },
    60_000,
  );

  withStrace(
    'is blamed where a part of the program cannot be opened, and no exit code of Node’s is left',
    async () => {
      const chunk = join(root, 'dist/actions-core.js');
      const fault = ['trace=openat', 'inject=openat:error=EMFILE'];
      const { exitCode, report, stdout, problems } = await runWith(fault, { path: chunk });
      expect(problems).toEqual([]);
      expect([exitCode, report]).toEqual([3, undefined]);
      expect(stdout).toContain('a part of the program could not be loaded');
    },
    60_000,
  );

  withStrace(
    'that cannot remove the copies gets a sentence, and the verdict stays',
    async () => {
      const { exitCode, outputs, stderr, problems } = await runWith([
        'trace=rmdir',
        'inject=rmdir:error=EIO:when=1+',
      ]);
      expect([exitCode, outputs.verdict, problems]).toEqual([0, 'cleared', []]);
      expect(stderr).toMatch(/could not be removed \(.+\): remove them by hand/);
    },
    60_000,
  );
});

describe('a file that may not grow', () => {
  const canLimit = spawnSync('/bin/sh', ['-c', 'ulimit -f 100']).status === 0;
  const withLimit = canLimit ? it : it.skip;

  withLimit.each([1200, 2400])(
    'beyond %i blocks costs no commit of a WAL database without a word (needs ulimit -f)',
    async (blocks) => {
      const place = mkdtempSync(join(folder, 'limit-'));
      const shop = openShop(place, {
        wal: true,
        orders: 4000,
        migrations: ["CREATE TABLE wide AS SELECT id, printf('%.*c', 400, 'x') AS v FROM orders;"],
      });
      const ended = await attempt({
        place,
        workspace: shop.workspace,
        inputs: { ...shop.inputs, rehearse: 'none' },
        through: ['/bin/sh', '-c', `ulimit -f ${blocks}; exec "$0" "$@"`],
      });
      expect([...ended.problems, ...clearedCopyProblems(ended, shop)]).toEqual([]);
      expect([ended.exitCode, ended.outputs.verdict]).toEqual([3, 'failed']);
    },
    60_000,
  );
});

withStrace(
  'a -wal that cannot be asked for is not taken for absent (needs strace)',
  async () => {
    const place = mkdtempSync(join(folder, 'wal-'));
    const shop = openShop(place, { wal: true, orders: 20 });
    const database = join(shop.workspace, 'shop.db');
    change(database, 'PRAGMA wal_autocheckpoint=0; UPDATE orders SET total = 1;');
    const through = ['strace', '-f', '-qq', '-o', '/dev/null', '-P', `${database}-wal`];
    const fault = ['-e', 'inject=access,faccessat2,newfstatat,statx:error=EIO'];
    const ended = await attempt({
      place,
      workspace: shop.workspace,
      inputs: { ...shop.inputs, rehearse: 'none' },
      through: [...through, ...fault],
    });
    expect([ended.exitCode, ended.outputs.verdict]).toEqual([3, 'failed']);
    expect(ended.problems).toEqual([]);
  },
  60_000,
);
