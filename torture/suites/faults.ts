import { join } from 'node:path';
import { callsOf, type Fault, faultsOf, hasBegun, hasStrace, injection } from '../faults/calls.ts';
import { sample } from '../kit/sample.ts';
import { clearedCopyProblems, openShop, type ShopOptions } from '../kit/shop.ts';
import { attempt } from '../kit/step.ts';
import type { Case, Suite } from '../suite.ts';

interface Size {
  name: string;
  shop: ShopOptions;
  rehearse: string;
  /** Of so many calls one is tried. */
  step: number;
}

const SIZES: readonly Size[] = [
  { name: 'small', shop: { orders: 20, wal: true }, rehearse: 'none', step: 1 },
  { name: 'large', shop: { orders: 3000 }, rehearse: 'all', step: 10 },
];

export const faults: Suite = {
  name: 'faults',
  title: 'Errors of input and output',
  promise:
    'A read, a write, a sync, a rename or any other call to the system that fails is a fault of the machine: exit code 3, or 2 where an input cannot be read, never a fault of the migration. What cannot be asked is not taken for absent, and nothing is cleared whose copy is not whole and equal.',
  method:
    'strace lets the N-th call of a kind fail in the program and its engines, for every N of a small run and every tenth of a large one; with each error that fits the call in turn (EIO, ENOSPC, EDQUOT, EMFILE, EACCES and others), once, and from then on. Where Node cannot load its own files the program never begins; and it gives itself up where its threads cannot wake each other: such cases only must not pass.',
  count: 3000,
  missing: () => (hasStrace() ? undefined : 'it needs strace'),
  async cases({ seed, count, place }) {
    const all: Case[] = [];
    for (const size of SIZES) {
      const shop = openShop(join(place, size.name), size.shop);
      const inputs = { ...shop.inputs, rehearse: size.rehearse };
      const calls = await callsOf({ place: join(place, size.name), workspace: shop.workspace, inputs });
      all.push(...faultsOf(calls, size.step).map((fault) => caseOf(size, fault)));
    }
    return sample(all, count, seed);
  },
};

function caseOf(size: Size, fault: Fault): Case {
  const { call, at, error, stays } = fault;
  const name = `${size.name} run, ${call} ${at}${stays ? ' and later' : ''}: ${error}`;
  return { name, run: (place) => tryFault(place, size, fault) };
}

async function tryFault(place: string, size: Size, fault: Fault): Promise<string[]> {
  const shop = openShop(place, size.shop);
  const log = join(place, 'trace');
  const inputs = { ...shop.inputs, rehearse: size.rehearse };
  const ended = await attempt({
    place,
    workspace: shop.workspace,
    inputs,
    through: injection(fault, log),
    limitMs: 120_000,
    // Node gives itself up where the calls fail by which its threads wake each other.
    killed: true,
    // A folder that cannot be removed stays, and is told; the next run removes it.
    mayLeave: ['rmdir', 'unlink', 'openat', 'getdents64', 'newfstatat', 'statx', 'readlink'].includes(
      fault.call,
    ),
  });
  if (!hasBegun(log)) return ended.exitCode === 0 ? ['it passed and never began'] : [];
  const { verdict = ended.report?.verdict ?? 'none' } = ended.outputs;
  const isBlamed = ended.exitCode === 1 || ['blocked', 'warned'].includes(verdict);
  const blamed = isBlamed ? [`it ends as ${verdict} with ${ended.exitCode}: ${lastWords(ended)}`] : [];
  return [...ended.problems, ...blamed, ...clearedCopyProblems(ended, shop)];
}

function lastWords({ stdout, stderr }: { stdout: string; stderr: string }): string {
  return (stderr || stdout).slice(-300);
}
