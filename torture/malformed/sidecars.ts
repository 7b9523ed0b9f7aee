import type { Random } from '../../__tests__/support/random.ts';
import type { Sound } from './build.ts';

/** Damage to the log or the journal beside a database. Each gives the name of what it did. */
type Damage = (file: Buffer, random: Random, pageSize: number) => { what: string; file: Buffer };

const WAL_HEADER = 32;
const FRAME_HEADER = 24;

const cut: Damage = (file, random) => {
  const length = random.pick([0, 1, 27, 28, 31, 32, 55, 56, file.length - 1, random.below(file.length)]);
  return { what: `cut to ${length} bytes`, file: file.subarray(0, length) };
};

const garbage: Damage = (file, random) => {
  const spoilt = Buffer.from(file);
  const [from, length] = [random.below(file.length), 1 + random.below(64)];
  for (let at = from; at < Math.min(from + length, file.length); at += 1) spoilt[at] = random.below(256);
  return { what: `garbage at ${from}`, file: spoilt };
};

function field(name: string, at: (random: Random, file: Buffer, pageSize: number) => number): Damage {
  return (file, random, pageSize) => {
    const place = at(random, file, pageSize);
    if (place + 4 > file.length) return garbage(file, random, pageSize);
    const value = random.pick([
      0,
      1,
      3,
      511,
      65536,
      0x7fffffff,
      0x80000000,
      0xffffffff,
      random.below(2 ** 31),
    ]);
    const spoilt = Buffer.from(file);
    spoilt.writeUInt32BE(value, place);
    return { what: `${name} ${value}`, file: spoilt };
  };
}

function frame(offset: number) {
  return (random: Random, file: Buffer, pageSize: number) => {
    const size = FRAME_HEADER + pageSize;
    const count = Math.max(1, Math.floor((file.length - WAL_HEADER) / size));
    return WAL_HEADER + size * random.below(count) + offset;
  };
}

const WAL: readonly Damage[] = [
  cut,
  garbage,
  field('magic number', () => 0),
  field('version', () => 4),
  field('page size', () => 8),
  field('salt', (random) => 16 + 4 * random.below(2)),
  field('checksum of the header', (random) => 24 + 4 * random.below(2)),
  field('page of a frame', frame(0)),
  field('size in a commit frame', frame(4)),
  field('salt of a frame', frame(8)),
  field('checksum of a frame', frame(16)),
];

const JOURNAL: readonly Damage[] = [
  cut,
  garbage,
  field('magic number', (random) => 4 * random.below(2)),
  field('number of records', () => 8),
  field('nonce', () => 12),
  field('size of the database', () => 16),
  field('sector size', () => 20),
  field('page size', () => 24),
  field('page of a record', (random, _, pageSize) => 512 + (pageSize + 8) * random.below(3)),
  (file, random) => {
    // The name of a super-journal, behind which other files are looked for.
    const name = Buffer.from(random.pick(['other.db-mj00000001', '/etc/passwd', 'x'.repeat(600)]));
    const tail = Buffer.alloc(16);
    tail.writeUInt32BE(name.length, 0);
    tail.writeUInt32BE(
      name.reduce((sum, byte) => (sum + byte) >>> 0, 0),
      4,
    );
    Buffer.from('d9d505f920a163d7', 'hex').copy(tail, 8);
    const page = Buffer.alloc(4);
    return { what: 'a super-journal', file: Buffer.concat([file, page, name, tail]) };
  },
];

/** Damages one sidecar, or puts one beside a database that should have none. */
export function spoilSidecar(sound: Sound, random: Random): { what: string; sound: Sound } {
  const { wal, journal, pageSize } = sound;
  if (wal !== undefined) {
    const { what, file } = random.pick(WAL)(wal, random, pageSize);
    return { what: `-wal: ${what}`, sound: { ...sound, wal: file } };
  }
  if (journal !== undefined) {
    const { what, file } = random.pick(JOURNAL)(journal, random, pageSize);
    return { what: `-journal: ${what}`, sound: { ...sound, journal: file } };
  }
  const file = Buffer.from(
    Array.from({ length: random.pick([0, 1, 32, 600, 5000]) }, () => random.below(256)),
  );
  const suffix = random.pick(['wal', 'journal'] as const);
  return { what: `a -${suffix} of garbage`, sound: { ...sound, [suffix]: file } };
}
