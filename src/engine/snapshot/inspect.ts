import { constants, copyFileSync, realpathSync, renameSync, rmSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Unusable } from '../../facts/database.ts';
import type { History } from '../../facts/history.ts';
import type { SnapshotFacts } from '../../facts/snapshot.ts';
import { systemCode } from '../../system-error.ts';
import { sqliteVersion, withConnection } from '../sqlite/connection.ts';
import { isCorruption, sqliteFailure } from '../sqlite/errors.ts';
import { refuseClaims, refuseSparse } from './claims.ts';
import { type Copied, copyAndHash } from './copy.ts';
import { type Content, refuse } from './file-content.ts';
import { type LogIndex, logGap, readLogIndex } from './log-gap.ts';
import { readHistory } from './read-history.ts';
import { restore } from './restore.ts';
import { unpack } from './unpack.ts';
import { byContent, validate } from './validate.ts';

export interface InspectRequest {
  /** Absolute path of the user's file. */
  snapshot: string;
  /** The path as the user wrote it. */
  name: string;
  /** An empty private folder. */
  folder: string;
  /** A tracking table that the user named. */
  historyTable?: string;
}

export type InspectResult =
  | { unusable: Unusable }
  | { snapshot: SnapshotFacts; history: History; before: string; after: string; sqlite: string };

/**
 * Makes the two private copies. The snapshot is read as bytes only: opening it, even read-only, could change it or
 * its neighbours (WAL), and miss commits that are only in `-wal` or undo ones that are only in `-journal`
 * (sqlite.org/howtocorrupt.html section 1). The first opening of the copy recovers it.
 */
export async function inspect(request: InspectRequest): Promise<InspectResult> {
  const validated = validate(request.snapshot, request.name);
  if ('unusable' in validated) return validated;
  const { content } = validated;
  return content === 'sqlite' ? inspectDatabase(request) : await inspectPacked(request, content);
}

/** The copies of a database file, its sidecars included. */
export function inspectDatabase(request: InspectRequest): InspectResult {
  const { snapshot, name, folder } = request;
  const before = join(folder, 'before.db');
  // SQLite keeps -wal and -journal beside the file that a link leads to.
  const source = realpathSync(snapshot);
  const refusal = refuseOddSidecars(source) ?? refuseHoles(source);
  if (refusal !== undefined) return refusal;
  const index = readLogIndex(source);
  const main = copyAndHash(source, before);
  const sidecars = sidecarsOf(source).map((suffix) => ({
    suffix,
    ...copyAndHash(source + suffix, before + suffix),
  }));
  // Only when all are copied: a checkpoint between two copies would tear the set apart.
  const stable = isUnchanged(source, main, sidecars);
  const facts = fileFacts(source, name, main);
  const kept = sidecars.map(({ suffix, bytes }) => ({ suffix, bytes }));
  // Of files that somebody was writing, the index may be older or newer.
  return twoCopies(request, { ...facts, kind: 'sqlite', sidecars: kept, stable }, stable ? index : undefined);
}

/** The copies of what must first be unpacked, restored, or both. */
async function inspectPacked(
  request: InspectRequest,
  content: Exclude<Content['content'], 'sqlite'>,
): Promise<InspectResult> {
  const { snapshot, name, folder } = request;
  const source = realpathSync(snapshot);
  let file = join(folder, 'snapshot');
  const refusal = refuseSparse(source);
  if (refusal !== undefined) return refusal;
  const copied = copyAndHash(source, file);
  const stable = isUnchanged(source, copied, []);
  let inner: Content['content'] = content;
  if (content !== 'sql') {
    const packed = file;
    file = join(folder, 'unpacked');
    const refusal = await unpack(packed, file, content);
    rmSync(packed);
    const unpacked = refusal ?? byContent(file, name);
    if ('unusable' in unpacked) return unpacked;
    inner = unpacked.content;
  }
  if (inner === 'gz' || inner === 'zst') {
    return refuse('it is packed twice.', 'Pack it once, or give the database file itself.');
  }
  const before = join(folder, 'before.db');
  let renumbered: string[] = [];
  if (inner === 'sqlite') renameSync(file, before);
  else {
    const restored = restore(file, before);
    if ('unusable' in restored) return restored;
    renumbered = restored.renumbered;
    rmSync(file);
  }
  return twoCopies(request, {
    ...fileFacts(source, name, copied),
    kind: inner === content ? content : inner === 'sql' ? `sql.${content as 'gz' | 'zst'}` : content,
    sidecars: [],
    stable,
    ...(renumbered.length > 0 && { renumbered }),
  });
}

type FileFacts = Omit<SnapshotFacts, 'journalMode' | 'pageSize' | 'userVersion' | 'databaseBytes'>;

function fileFacts(source: string, path: string, { bytes, sha256 }: Copied) {
  return { path, bytes, sha256, modifiedAt: statSync(source).mtime.toISOString() };
}

/** Seals *before*, and makes *after* of it. */
function twoCopies(
  { folder, historyTable }: InspectRequest,
  facts: FileFacts,
  index?: LogIndex,
): InspectResult {
  const before = join(folder, 'before.db');
  const after = join(folder, 'after.db');
  const refusal = refuseClaims(before);
  if (refusal !== undefined) return refusal;
  const gap = logGap(before, index);
  const sealed = seal(before);
  if ('unusable' in sealed) return sealed;
  copyFileSync(before, after, constants.COPYFILE_FICLONE);
  const databaseBytes = statSync(before).size;
  const snapshot = { ...facts, ...sealed, databaseBytes, ...(gap !== undefined && { logGap: gap }) };
  const history = readHistory(before, historyTable);
  return { snapshot, history, before, after, sqlite: sqliteVersion() };
}

type Sidecar = SnapshotFacts['sidecars'][number]['suffix'];

/**
 * -shm is left behind: SQLite rebuilds it from -wal. Throws where it cannot be asked whether one is there: taken for
 * "not there", its commits would be missing without a word.
 */
function sidecarsOf(source: string): Sidecar[] {
  return (['-wal', '-journal'] as const).filter((suffix) => lookUp(source + suffix) !== undefined);
}

function lookUp(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

/** Reading a pipe or a device beside the snapshot could wait, or go on, for ever. */
function refuseOddSidecars(source: string): { unusable: Unusable } | undefined {
  const odd = sidecarsOf(source).find((suffix) => lookUp(source + suffix)?.isFile() === false);
  if (odd === undefined) return undefined;
  return refuse(`what stands beside it as ${odd} is no file.`, 'Remove it, or give a copy of the database.');
}

/** Their copies would be as large as they seem. */
function refuseHoles(source: string): { unusable: Unusable } | undefined {
  for (const suffix of ['', ...sidecarsOf(source)]) {
    const refusal = refuseSparse(source + suffix);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function isUnchanged(
  source: string,
  main: Copied,
  sidecars: readonly (Copied & { suffix: Sidecar })[],
): boolean {
  const copied = sidecars.map(({ suffix }) => suffix).join();
  try {
    return sidecarsOf(source).join() === copied && [main, ...sidecars].every((file) => file.isStill());
  } catch (error) {
    // A file that is gone has changed.
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

type Sealed = Pick<SnapshotFacts, 'journalMode' | 'pageSize' | 'userVersion'>;

/** Recovers the copy, brings everything into the main file and keeps its journal mode. */
function seal(path: string): Sealed | { unusable: Unusable } {
  try {
    return withConnection(
      path,
      'write',
      (connection) => {
        const tables = connection.number("SELECT count(*) FROM sqlite_schema WHERE type = 'table'");
        if (tables === 0) return NO_TABLE;
        const journalMode = connection.text('PRAGMA journal_mode') === 'wal' ? 'wal' : 'delete';
        if (journalMode === 'wal') connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
        return {
          journalMode,
          pageSize: connection.number('PRAGMA page_size'),
          userVersion: connection.number('PRAGMA user_version'),
        };
      },
      'undefended',
    );
  } catch (error) {
    const failure = sqliteFailure(error);
    if (failure === undefined || !isUnreadable(failure.code)) throw error;
    return refuse(
      `it is damaged beyond opening: SQLite says "${failure.message}".`,
      'Fetch the snapshot again; if the original is damaged too, try `sqlite3 FILE .recover`.',
    );
  }
}

/** Codes with which SQLite refuses a file as such; a schema that does not parse comes as plain SQLITE_ERROR. */
function isUnreadable(code: string): boolean {
  return isCorruption(code) || code === 'SQLITE_ERROR' || code === 'SQLITE_CANTOPEN';
}

const NO_TABLE = refuse(
  'it holds no table: a migration that works on an empty database proves nothing about real rows.',
  'Check the step that fetches the snapshot, and give a copy of the real database.',
);
