/**
 * ncc gives numbers to chunks and modules, and both follow from which modules stand together: one more file renames files
 * of the bundle and changes lines all over it, so that every two branches conflict. Here chunks and modules are called
 * after what they hold instead, modules are put in the order of their names, and what counts them is left out.
 */

/** What is read of webpack's statistics. */
export interface Stats {
  chunks: readonly {
    id: number;
    /** From `webpackChunkName` in the sources; none where webpack split the chunk off by itself. */
    names: readonly string[];
    files: readonly string[];
    entry: boolean;
    modules: readonly { name: string; size: number }[];
  }[];
  /** Without id: part of another module, or of webpack's runtime. */
  modules: readonly { id: number | null; name: string; moduleType: string }[];
}

export interface Names {
  chunks: ReadonlyMap<number, string>;
  modules: ReadonlyMap<number, string>;
  /** The name that ncc gave to each file of code, and the lasting one. */
  files: ReadonlyMap<string, string>;
}

/** Where the text of each module begins, once it has its name. */
const MODULE_START = /^(?=\/\*{3}\/ "[^\n]+":$)/m;
const LAST_END = '\n/***/ })\n';

export function namesFrom({ chunks, modules }: Stats): Names {
  const named = chunks.map((chunk) => ({ ...chunk, name: chunkName(chunk) }));
  const identified = modules.flatMap(({ id, name, moduleType }) =>
    id === null || moduleType === 'runtime' ? [] : [[id, moduleName(name)] as const],
  );
  return {
    chunks: unique(named.map(({ id, name }) => [id, name])),
    modules: unique(identified),
    files: unique(named.flatMap(({ files, name }) => files.map((file) => [file, `${name}.js`] as const))),
  };
}

function chunkName({ entry, names, modules }: Stats['chunks'][number]): string {
  if (entry) return 'index';
  const [largest] = modules.toSorted((a, b) => b.size - a.size);
  const name = moduleName(largest?.name ?? '');
  const library = /^node_modules\/(@[^/]+\/)?[^/]+/.exec(name)?.[0].slice('node_modules/'.length);
  const file = name.slice(name.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return names[0] ?? (library ?? file).replace('@', '').replace('/', '-');
}

/** The path from the root of the project, or what is required of Node. */
function moduleName(name: string): string {
  return name
    .replace(/ \+ \d+ modules$/, '')
    .replace(/^\.\//, '')
    .replace(/^external "(.+)"$/, '$1');
}

function unique<Key>(entries: readonly (readonly [Key, string])[]): Map<Key, string> {
  const all = new Map(entries);
  if (new Set(all.values()).size === all.size) return all;
  throw new Error(`two parts of the bundle would have the same name: ${entries.join(' | ')}`);
}

/** A file of the bundle with lasting names in it. */
export function renamed(text: string, { chunks, modules }: Names): string {
  const named = (names: ReadonlyMap<number, string>) => (_: string, before: string, id: string) => {
    const name = names.get(Number(id));
    if (name === undefined)
      throw new Error(`the bundle names ${before}${id}, which the statistics do not know`);
    return before + JSON.stringify(name);
  };
  const result = text
    .replace(/^(\/\/ EXTERNAL MODULE: .+) \+ \d+ modules$/gm, '$1')
    // A blank line for each import: git makes one of two that were added.
    .replace(/^(;\/\/ CONCATENATED MODULE: .+\n)\n+/gm, '$1\n')
    .replace(/^(\/\*{3}\/ )(\d+)(?=:$)/gm, named(modules))
    .replace(/(\b__(?:webpack|nccwpck)_require__(?:\(|, ))(\d+)(?=[,)])/g, named(modules))
    .replace(/(\b__(?:webpack|nccwpck)_require__\.e\((?:\/\*[^*]*\*\/ ?)?)(\d+)(?=\))/g, named(chunks))
    .replace(/^(export const id = |export const ids = \[)(\d+)(?=\]?;$)/gm, named(chunks))
    .replace(/(\bvar installedChunks = \{\s+(?:\/\*+\/\s+)?)(\d+)(?=: 0\s)/g, named(chunks))
    .replace('return "" + chunkId + ".index.js";', 'return "" + chunkId + ".js";');
  return inOrder(result);
}

/** Modules by name; the last one ends as all do, so that one more after it changes no line of it. */
function inOrder(text: string): string {
  const end = text.lastIndexOf(LAST_END) + LAST_END.length;
  const [head = '', ...modules] = text.slice(0, end).split(MODULE_START);
  const closed = modules.map((module) => module.replace(/\/\*{3}\/ \}\),?\n\n?$/, '/***/ }),\n\n'));
  // Code units, not a locale.
  return [head, ...closed.toSorted(), text.slice(end).replace(/^\n/, '')].join('');
}
