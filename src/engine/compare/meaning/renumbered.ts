import type { TableChange } from '../../../facts/changes.ts';
import type { RenumberedIndex } from '../../../facts/meaning/meaning-facts.ts';
import type { Table } from '../../../facts/schema.ts';
import { quoteName, quoteText, sameName } from '../../../sql/quote.ts';
import { rowHash } from '../../ask/row-hash.ts';
import { attemptRead } from '../../sqlite/attempt.ts';
import type { Connection } from '../../sqlite/connection.ts';
import type { ComparisonContext } from '../comparison-context.ts';
import type { Pairing, TablePair } from '../lineage/pairing.ts';

/** So many words of one index are read; of a larger one nothing is told. */
const MOST_WORDS = 3_000_000;

/** A number for each document, by its rowid: equal words at equal places give the same one. */
type Documents = ReadonlyMap<bigint, number>;

type Side = 'old' | 'main';

/**
 * Full-text indexes that are joined by rowid, and were filled again with other ones: whoever searches gets other rows. No
 * integrity check can see that.
 */
export function findRenumbered(
  context: ComparisonContext,
  { pairs }: Pairing,
  { tables, untouched }: { tables: readonly TableChange[]; untouched: readonly string[] },
): RenumberedIndex[] {
  return pairs.flatMap((pair) => {
    const { before, after } = pair;
    if (!isFullText(before) || !isFullText(after) || before.content !== after.content) return [];
    const shadow = before.content === '' ? 'docsize' : 'content';
    if (before.name === after.name && untouched.includes(`${after.name}_${shadow}`)) return [];
    if (!meansRows(context.connection, pair, pairs, tables)) return [];
    const index = attemptRead([], { check: 'search' }, () => compareIndex(context.connection, pair));
    return index === undefined || index.moved === 0 ? [] : [index];
  });
}

/** One whose rows nobody else holds: its content lies in it, or nowhere. */
function isFullText({ module = '', content }: Table): boolean {
  return (module === 'fts5' || module === 'fts4') && (content === undefined || content === '');
}

/**
 * Whether its rowids are those of other rows. Without content there is nothing else to tell a hit by. One with its content
 * is told so by a table with a column of the same name, in which all its rowids are ids, and which has not changed itself.
 */
function meansRows(
  connection: Connection,
  { before }: TablePair,
  pairs: readonly TablePair[],
  tables: readonly TableChange[],
): boolean {
  const named = pairs.filter(
    (pair) =>
      pair.before.rowidAlias !== undefined &&
      pair.before.columns.some(({ name }) => before.columns.some((column) => sameName(column.name, name))),
  );
  const changeOf = ({ after }: TablePair) => tables.find(({ table }) => sameName(table, after.name));
  // Its rows have got other ids too.
  if (named.some((pair) => (changeOf(pair)?.added ?? 0) > 0 && (changeOf(pair)?.removed ?? 0) > 0))
    return false;
  if (before.content === '') return true;
  if (/\bunindexed\b|\bnotindexed\b/i.test(before.sql)) return false;
  const index = `old.${quoteName(before.name)}`;
  return named.some((pair) => {
    const missing = attemptRead([], { check: 'search' }, () =>
      connection.number(
        `SELECT EXISTS (SELECT rowid FROM ${index} EXCEPT SELECT rowid FROM old.${quoteName(pair.before.name)})`,
      ),
    );
    return missing === 0;
  });
}

function compareIndex(connection: Connection, { before, after }: TablePair): RenumberedIndex | undefined {
  const then = documentsOf(connection, 'old', before);
  const now = then && documentsOf(connection, 'main', after);
  if (then === undefined || now === undefined) return undefined;
  return { table: after.name, documents: then.size, moved: countMoved(then, now) };
}

function documentsOf(connection: Connection, side: Side, table: Table): Documents | undefined {
  if (table.content !== '') return contentsOf(connection, side, table);
  return table.module === 'fts5' ? wordsOf(connection, side, table) : idsOf(connection, side, table);
}

function contentsOf(connection: Connection, side: Side, { name, columns }: Table): Documents {
  const documents = new Map<bigint, number>();
  const shown = columns.map((column) => quoteName(column.name)).join(', ');
  for (const [rowid, ...values] of connection.each(`SELECT rowid, ${shown} FROM ${side}.${quoteName(name)}`))
    documents.set(BigInt(Number(rowid)), rowHash(values, { rounded: false }));
  return documents;
}

const VOCABULARY = quoteName('preflight vocabulary');

/** Sums up the words of each document, as the index itself has them (sqlite.org/fts5.html section 5). */
function wordsOf(connection: Connection, side: Side, { name }: Table): Documents | undefined {
  connection.exec(
    `CREATE VIRTUAL TABLE temp.${VOCABULARY} USING fts5vocab(${quoteText(side)}, ${quoteText(name)}, 'instance')`,
  );
  try {
    const documents = new Map<bigint, number>();
    let words = 0;
    for (const [doc, ...word] of connection.each(`SELECT doc, term, col, offset FROM temp.${VOCABULARY}`)) {
      words += 1;
      if (words > MOST_WORDS) return undefined;
      const rowid = BigInt(Number(doc));
      const hash = rowHash(word, { rounded: false });
      documents.set(rowid, ((documents.get(rowid) ?? 0) + hash) % Number.MAX_SAFE_INTEGER);
    }
    return documents;
  } finally {
    connection.exec(`DROP TABLE temp.${VOCABULARY}`);
  }
}

/** FTS4 does not tell which words a document has: only its number counts. */
function idsOf(connection: Connection, side: Side, { name }: Table): Documents {
  const rows = connection.each(`SELECT docid FROM ${side}.${quoteName(`${name}_docsize`)}`);
  return new Map([...rows].map(([docid]) => [BigInt(Number(docid)), Number(docid)]));
}

/**
 * Documents that are under another rowid now. Documents that changed are none of them, so that many of what differs must
 * have moved; where all words are other ones, because they are cut otherwise, only the rowids can tell.
 */
function countMoved(then: Documents, now: Documents): number {
  const differing = [...then].filter(([rowid, hash]) => now.get(rowid) !== hash);
  const elsewhere = new Set([...now].flatMap(([rowid, hash]) => (then.get(rowid) === hash ? [] : hash)));
  const moved = differing.filter(([, hash]) => elsewhere.has(hash)).length;
  if (moved > 0) return moved * 2 >= differing.length ? moved : 0;
  const gone = differing.filter(([rowid]) => !now.has(rowid)).length;
  return differing.length === then.size && then.size === now.size ? gone : 0;
}
