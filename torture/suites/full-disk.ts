import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from '../../__tests__/support/random.ts';
import { clearedCopyProblems, openShop } from '../kit/shop.ts';
import { attempt } from '../kit/step.ts';
import type { Case, Suite } from '../suite.ts';

const PLACES = ['scratch', 'output', 'both', 'file size'] as const;
type Place = (typeof PLACES)[number];

export const fullDisk: Suite = {
  name: 'full-disk',
  title: 'Full disks and quotas',
  promise:
    'A disk that is full, or a file that may not grow, is a fault of the machine: exit code 3 with the reason, never a fault of the migration, and never a migrated copy that is not whole.',
  method:
    'The temporary folder, the output folder or both are a file system in memory of a random size, from less than the first copy to more than enough; or no file of any process may become larger than a random size. With and without a write-ahead log.',
  count: 200,
  missing: () => (canMount() ? undefined : 'it needs the right to mount a file system in memory'),
  async cases({ seed, count }): Promise<Case[]> {
    return Array.from({ length: count }, (_, at) => {
      const random = randomFrom(seed * 6007 + at);
      const where = PLACES[at % PLACES.length] as Place;
      // The copies of the database that is used take about 1 MB together.
      const kb = 16 + random.below(where === 'file size' ? 400 : 2000);
      const wal = random.chance(0.5);
      const name = `${where} of ${kb} kB${wal ? ', with a log' : ''}`;
      return { name, run: (place) => tryDisk(place, where, kb, wal) };
    });
  },
};

function canMount(): boolean {
  return process.platform === 'linux' && spawnSync('unshare', ['--mount', 'true']).status === 0;
}

async function tryDisk(place: string, where: Place, kb: number, wal: boolean): Promise<string[]> {
  const shop = openShop(place, { wal });
  const [temp, output] = [join(place, 'temp'), join(place, 'output')];
  for (const folder of [temp, output]) mkdirSync(folder);
  const mounted = { scratch: [temp], output: [output], both: [temp, output], 'file size': [] }[where];
  for (const folder of mounted) execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kb}k`, 'tmpfs', folder]);
  try {
    const ended = await attempt({
      place,
      workspace: shop.workspace,
      inputs: { ...shop.inputs, output },
      env: { RUNNER_TEMP: temp },
      // POSIX counts files in blocks of 512 bytes.
      ...(where === 'file size' && { through: ['/bin/sh', '-c', `ulimit -f ${kb * 2}; exec "$0" "$@"`] }),
    });
    const { verdict = 'none' } = ended.outputs;
    const blamed = ['blocked', 'warned'].includes(verdict)
      ? [`it ends as ${verdict}: ${ended.stdout.slice(-300)}`]
      : [];
    return [...ended.problems, ...blamed, ...clearedCopyProblems(ended, shop)];
  } finally {
    for (const folder of mounted) execFileSync('umount', [folder]);
  }
}
