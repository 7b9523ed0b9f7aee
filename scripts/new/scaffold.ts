/** What a new thing consists of; paths are relative to the root. */
export interface Scaffold {
  /** Files that must not be there yet, and their text. */
  files: Readonly<Record<string, string>>;
  /** Changes of files that are there. */
  edits: Readonly<Record<string, (text: string) => string>>;
}

/** `rows-lost` as `rowsLost`. */
export function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** A registry with an import and an entry more: in alphabetical order of the paths, and before `last` or at the end. */
export function withEntry(registry: string, { name, path, as }: Entry, before?: string): string {
  const statement =
    as === undefined ? `import { ${name} } from '${path}';` : `import { ${as} as ${name} } from '${path}';`;
  const withImport = registry.replace(/^(?=\n)/m, `${statement}\n`);
  const list = /= \[([^\]]*)\];/.exec(withImport);
  if (list === null) throw new Error('the registry has no list');
  const entries = (list[1] ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
  const at = before === undefined ? entries.length : entries.indexOf(before);
  entries.splice(at === -1 ? entries.length : at, 0, name);
  return withImport.replace(list[0], `= [${entries.join(', ')}];`);
}

export interface Entry {
  name: string;
  path: string;
  /** The name in the file, where it is another one. */
  as?: string;
}
