import {
  type BigIntStats,
  closeSync,
  constants,
  type FSWatcher,
  fstatSync,
  openSync,
  readSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setBack } from './access-time.ts';
import { WalCommits } from './wal-commits.ts';

/** What was seen of a database file while others worked on it. */
export interface Watched {
  /** It is another file, or was written to. */
  changed: boolean;
  commits: number;
  /** Some commits may have left no trace that was seen. */
  atLeast: boolean;
  longestWriteMs?: number;
  /** The largest that each was seen, in bytes. */
  peak: { database: number; wal: number; journal: number };
}

/** From the database header (sqlite.org/fileformat2.html section 1.3). */
interface Header {
  wal: boolean;
  /** Goes up with every commit under a rollback journal, and not under WAL. */
  counter: number;
}

const LOOK_EVERY_MS = 4;

/** Events that the file system had queued when the last process ended have arrived by then. */
const SETTLE_MS = 20;

/** Opens a file without changing its access time; where that is impossible, the header is not read during the watch. */
const UNSEEN = constants.O_NOATIME as number | undefined;

/**
 * Watches a database from outside, by its bytes alone, without SQLite: a connection of ours would hold locks, and the
 * last connection to close decides what becomes of the WAL.
 */
export class FileWatch {
  readonly #path: string;
  readonly #start: Header;
  readonly #stats: BigIntStats;
  readonly #journal: JournalWatch;
  readonly #watcher: FSWatcher | undefined;
  readonly #timer: NodeJS.Timeout;
  #wals: WalCommits[] = [];
  /** Events of -wal, which appears and vanishes; and whether it was there from the start. */
  #walEvents = 0;
  readonly #hadWal: boolean;
  #largest = 0;
  /** The counter when the first WAL was seen. */
  #counterAtWal: number | undefined;

  /** Begins to watch, and sets the access time back. The file must not be in use yet. */
  constructor(path: string) {
    this.#path = path;
    this.#start = readHeader(path, constants.O_RDONLY);
    // After our own reading, and before its times are noted.
    setBack(path);
    // SQLite takes an empty WAL for one without frames. Made by us, it is open before the first commit can be in it.
    if (this.#start.wal) writeFileSync(`${path}-wal`, '', { flag: 'a', mode: 0o600 });
    this.#hadWal = this.#start.wal;
    this.#journal = new JournalWatch(`${path}-journal`);
    this.#watcher = this.#events();
    this.#look();
    this.#stats = statSync(path, { bigint: true });
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  /** Ends the watch; nobody may be writing any more. Reads the file. */
  async end(): Promise<Watched> {
    await wait(SETTLE_MS);
    clearInterval(this.#timer);
    this.#look();
    const gone = this.#wals.filter(({ isGone }) => isGone).length;
    // Each WAL appeared, except for one from the start, and each that is gone vanished.
    const known = this.#wals.length - (this.#hadWal ? 1 : 0) + gone;
    this.#watcher?.close();
    const wal = Math.max(0, ...this.#wals.map(({ bytes }) => bytes));
    for (const one of this.#wals) one.close();
    const peak = { database: this.#largest, wal, journal: this.#journal.end() };
    return { ...this.#result(this.#walEvents > known), peak };
  }

  #result(missedWal: boolean): Omit<Watched, 'peak'> {
    const inWal = this.#wals.reduce((sum, { commits }) => sum + commits, 0);
    const incomplete = missedWal || this.#wals.some((wal) => wal.incomplete);
    const stats = statSync(this.#path, { bigint: true, throwIfNoEntry: false });
    const isSame = stats?.ino === this.#stats.ino;
    const written = !isSame || stats.mtimeNs !== this.#stats.mtimeNs || stats.size !== this.#stats.size;
    const changed = written || inWal > 0;
    const end = stats === undefined ? undefined : readHeader(this.#path, constants.O_RDONLY);
    const longestWriteMs = this.#wals.length === 0 ? this.#journal.longestMs() : undefined;
    const facts = { changed, ...(longestWriteMs !== undefined && { longestWriteMs }) };
    if (!isSame || end === undefined) return { ...facts, commits: Math.max(1, inWal), atLeast: true };
    const byCounter = (counter: number) => (counter - this.#start.counter) >>> 0;
    const mayHaveWal = this.#start.wal || end.wal || this.#walEvents > 0;
    if (!mayHaveWal) return { ...facts, commits: byCounter(end.counter), atLeast: false };
    // Before its WAL it had a journal; what it wrote under one afterwards cannot be told from the WAL's own.
    const before = this.#start.wal ? 0 : byCounter(this.#counterAtWal ?? end.counter);
    const commits = Math.max(before + inWal, changed ? 1 : 0);
    const unsure = this.#watcher === undefined || (this.#start.wal && !end.wal) || commits > before + inWal;
    return { ...facts, commits, atLeast: incomplete || unsure };
  }

  /** Only Linux tells of each file that appears or vanishes, one by one. */
  #events(): FSWatcher | undefined {
    if (process.platform !== 'linux') return undefined;
    const wal = `${basename(this.#path)}-wal`;
    try {
      const watcher = watch(dirname(this.#path), (event, name) => {
        if (event === 'rename' && name === wal) this.#walEvents += 1;
        this.#look();
      });
      return watcher.on('error', () => {});
    } catch {
      // The machine has no watch left: looking at intervals must do.
      return undefined;
    }
  }

  #look(): void {
    const size = statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0;
    this.#largest = Math.max(this.#largest, size);
    const last = this.#wals.at(-1);
    if (last === undefined || last.isGone) {
      const next = WalCommits.open(`${this.#path}-wal`);
      if (next !== undefined) {
        this.#wals.push(next);
        this.#counterAtWal ??= this.#counter();
      }
    }
    for (const wal of this.#wals.slice(-2)) wal.look();
    this.#journal.look(() => this.#counter());
  }

  #counter(): number | undefined {
    if (UNSEEN === undefined) return undefined;
    try {
      return readHeader(this.#path, constants.O_RDONLY | UNSEEN).counter;
    } catch {
      // It is being replaced, or has another owner.
      return undefined;
    }
  }
}

/** How long a rollback journal is there: from the first write of a transaction to its commit, which others wait for. */
class JournalWatch {
  readonly #path: string;
  #longest: number | undefined;
  #span: { key: string; since: number } | undefined;
  /** Open, it can still be asked for its size when it has lost its name. */
  #open: { ino: bigint; file: number } | undefined;
  #largest = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** `counter`: the change counter of the database, which tells one transaction from the next. */
  look(counter: () => number | undefined): void {
    const stats = statSync(this.#path, { bigint: true, throwIfNoEntry: false });
    this.#measure(stats?.ino);
    if (stats === undefined || stats.size === 0n) {
      this.#span = undefined;
      return;
    }
    const key = [stats.birthtimeNs, counter()].join(':');
    const now = performance.now();
    if (this.#span?.key !== key) this.#span = { key, since: now };
    this.#longest = Math.max(this.#longest ?? 0, now - this.#span.since);
  }

  /** The largest size; nothing is watched any more. */
  end(): number {
    this.#measure(undefined);
    return this.#largest;
  }

  /** `ino`: of the journal that is there now. */
  #measure(ino: bigint | undefined): void {
    if (this.#open !== undefined) {
      this.#largest = Math.max(this.#largest, fstatSync(this.#open.file).size);
      if (this.#open.ino === ino) return;
      closeSync(this.#open.file);
      this.#open = undefined;
    }
    if (ino === undefined) return;
    try {
      this.#open = { ino, file: openSync(this.#path, 'r') };
      this.#largest = Math.max(this.#largest, fstatSync(this.#open.file).size);
    } catch {
      // It is gone again.
    }
  }

  /** `undefined` where no journal was seen, or one that stays when its transaction has ended, and tells nothing. */
  longestMs(): number | undefined {
    const stays = (statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0) > 0;
    return stays ? undefined : this.#longest;
  }
}

function readHeader(path: string, flags: number): Header {
  const file = openSync(path, flags);
  try {
    const bytes = Buffer.alloc(28);
    readSync(file, bytes, 0, bytes.length, 0);
    return { wal: bytes[18] === 2, counter: bytes.readUInt32BE(24) };
  } finally {
    closeSync(file);
  }
}
