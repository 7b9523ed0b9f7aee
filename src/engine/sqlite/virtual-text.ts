import { foldName } from '../../sql/quote.ts';
import { nameOf } from '../../sql/tokens.ts';
import { definitions } from './ddl.ts';

/** What CREATE VIRTUAL TABLE says. */
export interface VirtualText {
  /** Lower-case. */
  module: string;
  /** Of a full-text index, what is not as by default: value in one spelling by lower-case name. */
  options: Map<string, string>;
}

const DEFAULTS: Readonly<Record<string, string>> = {
  columnsize: '1',
  detail: 'full',
  prefix: '',
  order: 'asc',
  contentless_delete: '0',
  contentless_unindexed: '0',
  locale: '0',
};

/** What FTS3 and FTS4 take for options; anything else with `=` in it is a column (sqlite.org/fts3.html section 6). */
const FTS4 = new Set(['matchinfo', 'prefix', 'order', 'content', 'compress', 'uncompress', 'languageid']);

export function readVirtualText(sql: string): VirtualText {
  const module = /\busing\s+["'`[]?([\w$]+)/i.exec(sql)?.[1]?.toLowerCase() ?? '';
  const options = new Map<string, string>();
  const unindexed: string[] = [];
  if (!module.startsWith('fts')) return { module, options };
  for (const definition of definitions(sql)) {
    const [name = '', ...rest] = definition.map((token) => nameOf(sql, token));
    const values = rest[0] === '=' ? rest.slice(1) : undefined;
    if (values === undefined) {
      // FTS3 also takes `tokenize porter`.
      if (foldName(name) === 'tokenize' && module !== 'fts5') setOption(options, module, 'tokenize', rest);
      else if (module === 'fts5' && rest.some((word) => foldName(word) === 'unindexed')) unindexed.push(name);
    } else if (foldName(name) === 'notindexed' && module === 'fts4') unindexed.push(values.join(' '));
    else if (isOption(module, foldName(name))) setOption(options, module, foldName(name), values);
  }
  if (unindexed.length > 0) options.set('unindexed', unindexed.map(foldName).join(', '));
  return { module, options };
}

function isOption(module: string, name: string): boolean {
  return module === 'fts5' || name === 'tokenize' || (module === 'fts4' && FTS4.has(name));
}

function setOption(options: Map<string, string>, module: string, name: string, values: readonly string[]) {
  const text = values.join(' ');
  if (name === 'tokenize') {
    const tokenizer = tokenizerOf(module, text);
    if (tokenizer !== (module === 'fts5' ? 'unicode61' : 'simple')) options.set(name, tokenizer);
  } else if (name === 'content') options.set(name, text);
  else {
    const value = name === 'prefix' ? lengths(text) : foldName(text);
    if (value !== DEFAULTS[name]) options.set(name, value);
  }
}

/** The tokenizers of SQLite's own, whatever their case and quotes; `porter` stems what another one has split. */
function tokenizerOf(module: string, text: string): string {
  const words = text.replaceAll(/["']/g, ' ').trim().split(/\s+/);
  const named = words.map((word) => (OWN.has(word.toLowerCase()) ? word.toLowerCase() : word));
  const spelt = named.join(' ').replaceAll(/[ =]*\bremove_diacritics[ =]+1\b/g, '');
  if (module !== 'fts5') return spelt;
  return spelt === 'porter' ? 'porter unicode61' : spelt;
}

const OWN = new Set(['porter', 'unicode61', 'ascii', 'trigram', 'simple', 'icu', 'remove_diacritics']);

/** Lengths of indexed prefixes, in order. */
function lengths(text: string): string {
  const numbers = text.match(/[0-9]+/g) ?? [];
  return [...new Set(numbers.map(Number))].toSorted((a, b) => a - b).join(' ');
}

/** How the tables end in which it keeps its data, behind its name and `_` (fts3.c, fts5_storage.c, rtree.c). */
export function shadowEndings({ module, options }: VirtualText): string[] {
  const content = options.get('content');
  switch (module) {
    case 'fts3':
      return ['content', 'segments', 'segdir'];
    case 'fts4':
      return [
        ...(content === undefined ? ['content'] : []),
        ...['segments', 'segdir', 'stat'],
        ...(options.get('matchinfo') === 'fts3' ? [] : ['docsize']),
      ];
    case 'fts5':
      return [
        ...['data', 'idx', 'config'],
        ...(content === undefined || options.has('contentless_unindexed') ? ['content'] : []),
        ...(options.get('columnsize') === '0' ? [] : ['docsize']),
      ];
    case 'rtree':
    case 'rtree_i32':
    case 'geopoly':
      return ['node', 'parent', 'rowid'];
    default:
      return [];
  }
}
