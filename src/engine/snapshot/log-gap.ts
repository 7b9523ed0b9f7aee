import { statSync } from 'node:fs';
import type { LogGap } from '../../facts/snapshot.ts';
import { FileBytes, type FileHeader, parseHeader } from './file-header.ts';

/**
 * Signs that commits of a database in WAL mode are missing from the snapshot. Mostly nothing tells: a file whose log was
 * written back looks like one whose log stayed behind. But sometimes the files contradict each other.
 */

/** What -shm says of the log (sqlite.org/walformat.html section 2): written by the machine, in its order of bytes. */
export interface LogIndex {
  /** Frames in the log, and how many of them the file has already. */
  frames: number;
  writtenBack: number;
  salt: string;
}

const INDEX_VERSION = 3_007_000;
const INDEX_HEADER = 48;

/** `undefined` where there is no -shm that can be understood; read before the snapshot is copied. */
export function readLogIndex(database: string): LogIndex | undefined {
  const path = `${database}-shm`;
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const bytes = FileBytes.with(path, (file) => file.read(0, 2 * INDEX_HEADER + 4));
  const isWhole = bytes.length === 2 * INDEX_HEADER + 4;
  const first = bytes.subarray(0, INDEX_HEADER);
  // The second header differs while somebody writes.
  if (!isWhole || !first.equals(bytes.subarray(INDEX_HEADER, 2 * INDEX_HEADER))) return undefined;
  const isLittle = first.readUInt32LE(0) === INDEX_VERSION;
  if (!isLittle && first.readUInt32BE(0) !== INDEX_VERSION) return undefined;
  const at = (position: number) => (isLittle ? bytes.readUInt32LE(position) : bytes.readUInt32BE(position));
  return {
    frames: at(16),
    writtenBack: at(2 * INDEX_HEADER),
    // As they stand in the log, not as numbers.
    salt: first.subarray(32, 40).toString('hex'),
  };
}

/** `database`: a private copy, with the log that was beside it. */
export function logGap(database: string, index: LogIndex | undefined): LogGap | undefined {
  return FileBytes.with(database, (file) => {
    const header = file.header();
    if (header?.wal !== true) return undefined;
    const log = readLog(`${database}-wal`);
    if (index !== undefined && index.frames > index.writtenBack) {
      const there = log !== undefined && log.salt === index.salt ? log.frames : 0;
      if (there < index.frames) return 'frames';
    }
    if (log?.header !== undefined && isBehind(log.header, header)) return 'older';
    const isAlone = log === undefined || log.frames === 0;
    return isAlone && header.pages !== undefined && hasMore(file, header.pages * header.pageSize)
      ? 'pages'
      : undefined;
  });
}

/** The first page is written back from the log, and so never ahead of it. Both numbers begin anew after the largest. */
function isBehind(log: FileHeader, file: FileHeader): boolean {
  const isLess = (one: number, other: number) => ((one - other) | 0) < 0;
  return isLess(log.changeCounter, file.changeCounter) || isLess(log.schemaCookie, file.schemaCookie);
}

/** Programs that let a file grow in large steps leave zeros at its end. */
const LOOK_AT = 1024 * 1024;

function hasMore(file: FileBytes, counted: number): boolean {
  return file.size > counted && file.read(counted, LOOK_AT).some((byte) => byte !== 0);
}

interface Log {
  salt: string;
  /** Up to the last commit. */
  frames: number;
  /** The first page as the last commit left it; `undefined` where the log does not hold that page. */
  header?: FileHeader;
}

const LOG_MAGIC = 0x377f0682;
const LOG_HEADER = 32;
const FRAME_HEADER = 24;

/** `undefined` where there is no log with a header (sqlite.org/fileformat2.html section 4.1). */
function readLog(path: string): Log | undefined {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) < LOG_HEADER) return undefined;
  return FileBytes.with(path, (file) => {
    const head = file.read(0, LOG_HEADER);
    if ((head.readUInt32BE(0) & ~1) >>> 0 !== LOG_MAGIC) return undefined;
    const pageSize = head.readUInt32BE(8);
    const salt = head.subarray(16, 24);
    const log: Log = { salt: salt.toString('hex'), frames: 0 };
    let header: FileHeader | undefined;
    for (let frame = 0; ; frame += 1) {
      const at = LOG_HEADER + frame * (FRAME_HEADER + pageSize);
      const own = file.read(at, FRAME_HEADER);
      if (own.length < FRAME_HEADER || !own.subarray(8, 16).equals(salt)) return log;
      if (own.readUInt32BE(0) === 1) header = parseHeader(file.read(at + FRAME_HEADER, 100));
      // Only the last frame of a transaction says how large the database is.
      if (own.readUInt32BE(4) === 0) continue;
      log.frames = frame + 1;
      if (header !== undefined) log.header = header;
    }
  });
}
