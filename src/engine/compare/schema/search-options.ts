import type { ObjectChange } from '../../../facts/changes.ts';
import type { Table } from '../../../facts/schema.ts';
import { foldName, sameName } from '../../../sql/quote.ts';
import type { TablePair } from '../lineage/pairing.ts';
import type { Renamer } from '../lineage/renamer.ts';

interface OptionChange {
  text: string;
  /** It finds what it found, and does what it did. */
  kept: boolean;
}

/** A search index that works otherwise now: another module, or other options. Its columns are told of as those of any table. */
export function diffSearchIndex(pair: TablePair, rename: Renamer): ObjectChange[] {
  const { before, after } = pair;
  if (before.module === undefined || after.module === undefined) return [];
  const changes = before.module === after.module ? diffOptions(pair, rename) : [moduleChange(before, after)];
  if (changes.length === 0) return [];
  return [
    {
      kind: 'search-index',
      name: after.name,
      table: after.name,
      change: 'changed',
      detail: changes.map(({ text }) => text).join('; '),
      ...(changes.every(({ kept }) => kept) && { effect: 'kept' }),
    },
  ];
}

/** Another release of full-text search splits texts and ranks in its own ways. What stems no more finds less, for sure. */
function moduleChange(before: Table, after: Table): OptionChange {
  const { module: from = '', options: former = {} } = before;
  const { module: to = '', options: now = {} } = after;
  const bothSearch = from.startsWith('fts') && to.startsWith('fts');
  const stems = (tokenizer = '') => tokenizer.split(' ')[0] === 'porter';
  const losesStems = stems(former.tokenize) && !stems(now.tokenize);
  const more = losesStems ? `, tokenize ${former.tokenize} → ${now.tokenize ?? 'default'}` : '';
  return { text: `${from} → ${to}${more}`, kept: bothSearch && !losesStems };
}

function diffOptions(pair: TablePair, rename: Renamer): OptionChange[] {
  const { options: before = {} } = pair.before;
  const { options: after = {} } = pair.after;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    if (name === 'unindexed') return diffUnindexed(pair);
    const [from, to] = [before[name], after[name]];
    const same = name === 'content' ? sameContent(from, to, rename) : from === to;
    if (same) return [];
    return [
      { text: `${name} ${from ?? 'default'} → ${to ?? 'default'}`, kept: BETTER[name]?.(from, to) ?? false },
    ];
  });
}

/** Changes of an option that take nothing away. */
const BETTER: Readonly<Record<string, (from?: string, to?: string) => boolean>> = {
  prefix: (from = '', to = '') => from.split(' ').every((length) => to.split(' ').includes(length)),
  columnsize: (_, to) => to === undefined,
  detail: (_, to) => to === undefined,
  'secure-delete': (from) => from === undefined || from === '0',
  // Only how the rows are stored.
  compress: () => true,
  uncompress: () => true,
  order: () => true,
};

function sameContent(from: string | undefined, to: string | undefined, rename: Renamer): boolean {
  if (from === undefined || to === undefined || from === '' || to === '') return from === to;
  return sameName(from, to) || sameName(rename.table(from), to);
}

/** Columns that are not searched any more, or are now. */
function diffUnindexed({ before, after, columns }: TablePair): OptionChange[] {
  const listed = ({ options = {} }: Table) => (options.unindexed ?? '').split(', ');
  const [former, now] = [listed(before), listed(after)];
  return columns.flatMap((column) => {
    const was = former.includes(foldName(column.before.name));
    const is = now.includes(foldName(column.after.name));
    if (was === is) return [];
    const words = is ? 'indexed → unindexed' : 'unindexed → indexed';
    return [{ text: `${column.after.name} ${words}`, kept: was }];
  });
}
