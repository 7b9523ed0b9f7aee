/** An error that SQLite raised. Its code distinguishes it from our own mistakes: `instanceof` fails across realms. */
export interface SqliteFailure {
  code: string;
  message: string;
}

export function sqliteFailure(error: unknown): SqliteFailure | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code !== 'string' || !code.startsWith('SQLITE_')) return undefined;
  return { code, message: String(message) };
}

/** What a failed check lacks, or `undefined` where the error means something else. Names no value. */
export function missingPart({ code, message }: SqliteFailure): string | undefined {
  if (code === 'SQLITE_ERROR_MISSING_COLLSEQ') return message;
  const known =
    /^(no such function: |unknown function: |no such module: |no such collation sequence: |no such tokenizer: |unknown tokenizer: )/;
  return known.test(message) ? message : undefined;
}

type MachineFaultKind = 'disk-full' | 'out-of-memory' | 'error';

/** Thrown where the machine failed during a task: nothing is known about the database then. */
export class MachineFault extends Error {
  readonly kind: MachineFaultKind;

  constructor(kind: MachineFaultKind, code: string) {
    super(code);
    this.kind = kind;
  }
}

/**
 * Codes that no SQL text can bring about on a copy that nobody else has open: input/output, locks that the system does
 * not give (SQLITE_BUSY), and the read-only files that a failed recovery leaves. Of a family the extended codes count too.
 */
const OF_THE_MACHINE = /^SQLITE_(IOERR|CANTOPEN|BUSY|PROTOCOL|NOLFS)(_|$)|^SQLITE_READONLY_/;

/** The machine's fault, not the migration's: disk full, no memory, input/output. */
export function machineFault(code: string): MachineFaultKind | undefined {
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE') return 'disk-full';
  if (code === 'SQLITE_NOMEM' || code === 'SQLITE_IOERR_NOMEM') return 'out-of-memory';
  return OF_THE_MACHINE.test(code) ? 'error' : undefined;
}

/** The file is not what it should be. Only a virtual table names a table that it lacks together with its schema. */
export function isDamage({ code, message }: SqliteFailure): boolean {
  return isCorruption(code) || (code === 'SQLITE_ERROR' && message.startsWith('no such table: main.'));
}

export function isCorruption(code: string): boolean {
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}
