import type { HistoryRow } from '../../facts/history.ts';
import type { MigrationFile } from '../../facts/settings.ts';
import { sha256OfEitherLineEnd } from './checksum.ts';
import type { Listed } from './drizzle-journal.ts';

/** What the table says of the journal's entries. */
export interface DrizzleAccount {
  /** The greatest `created_at`, which is all that drizzle asks the table. */
  latest?: number;
  /** In the order of the journal. */
  pending: Listed[];
  applied: Listed[];
  /** Those of them whose row has the hash of another content. */
  edited: Listed[];
  /** Not pending, and not applied either: drizzle never runs them. */
  skipped: Listed[];
  /** Rows that belong to no entry. */
  gone: HistoryRow[];
}

/** Holds the table against the journal: drizzle compares times alone, and who looks at the hashes sees more. */
export function accountOf(listed: readonly Listed[], rows: readonly HistoryRow[]): DrizzleAccount {
  const latest = rows.length === 0 ? undefined : Math.max(...rows.map(timeOf));
  const isPending = ({ when }: Listed) => latest === undefined || when > latest;
  const older = listed.filter((entry) => !isPending(entry));
  const { known, edited, skipped, used } = match(older, rows);
  return {
    ...(latest !== undefined && { latest }),
    pending: listed.filter(isPending),
    applied: older.filter((entry) => known.has(entry) || edited.includes(entry)),
    edited,
    skipped,
    gone: rows.filter((row) => !used.has(row)),
  };
}

/**
 * A row belongs to the entry with its hash; else to one with its time, the first that has no row yet. Several entries may
 * have one time, of which only those that ran together have a row.
 */
function match(older: readonly Listed[], rows: readonly HistoryRow[]) {
  const byHash = Map.groupBy(rows, ({ hash }) => String(hash));
  const used = new Set<HistoryRow>();
  const known = new Set<Listed>();
  for (const entry of older) {
    const own = hashesOf(entry.source).flatMap((hash) => byHash.get(hash) ?? []);
    if (own.length > 0 || entry.source === undefined) known.add(entry);
    for (const row of own) used.add(row);
  }
  const edited: Listed[] = [];
  const skipped: Listed[] = [];
  const byTime = Map.groupBy(rows, timeOf);
  for (const entry of older.filter((one) => !known.has(one) || one.source === undefined)) {
    const row = byTime.get(entry.when)?.find((one) => !used.has(one));
    if (row !== undefined) used.add(row);
    if (known.has(entry)) continue;
    // Bundled drivers record no hash.
    if (row?.hash === '') known.add(entry);
    else (row === undefined ? skipped : edited).push(entry);
  }
  return { known, edited, skipped, used };
}

function timeOf({ created_at }: HistoryRow): number {
  return Number(created_at);
}

const hashes = new WeakMap<MigrationFile, string[]>();

/** Whatever became of its line ends since; computed once for each file. */
function hashesOf(source: MigrationFile | undefined): string[] {
  if (source === undefined) return [];
  const found = hashes.get(source) ?? [...new Set(sha256OfEitherLineEnd(source))];
  hashes.set(source, found);
  return found;
}
