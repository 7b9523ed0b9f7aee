import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Document, LineCounter, Pair, YAMLMap } from 'yaml';
import type { Mistake } from '../facts/database.ts';

const DEFAULT_PLACES = ['preflight.yml', '.github/preflight.yml'];

/** The config file as plain data, with the place of each key. */
export interface Config {
  /** Relative to the folder it was looked for in; absent where there is none. */
  file?: string;
  values: Record<string, unknown>;
  mistakes: Mistake[];
  /** 1-based line of the value at `path`, or of the nearest thing around it; with `key`, of that key inside. */
  line(path: readonly PropertyKey[], key?: string): number | undefined;
}

const EMPTY: Config = { values: {}, mistakes: [], line: () => undefined };

/** Reads the config: `named` must be there, the default places need not. Paths are relative to `folder`. */
export async function readConfig(folder: string, named: string | undefined): Promise<Config> {
  for (const file of named === undefined ? DEFAULT_PLACES : [named]) {
    try {
      return await parse(file, readFileSync(resolve(folder, file), 'utf8'));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' && named === undefined) continue;
      if (code === undefined) throw error;
      const message =
        code === 'ENOENT'
          ? `there is no config file ${file}.`
          : `the config file ${file} cannot be read (${code}).`;
      return {
        ...EMPTY,
        mistakes: [{ key: 'config', message, remedy: 'Correct the path, or leave `config` out.' }],
      };
    }
  }
  return EMPTY;
}

async function parse(file: string, text: string): Promise<Config> {
  // Most runs have no config file: they need not load the parser.
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false });
  // Ids of migrations look like numbers: 0013 is not 13.
  yaml.visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'number' && /^0\d/.test(node.source ?? '')) node.value = node.source;
    },
  });
  const mistakes = document.errors.map(
    ({ message, pos }): Mistake => ({
      key: 'config',
      message: `this is not valid YAML: ${message}`,
      remedy: 'Correct the file.',
      file,
      line: lines.linePos(pos[0]).line,
    }),
  );
  const values: unknown = mistakes.length > 0 ? {} : document.toJS();
  if (values === null) return { ...EMPTY, file };
  if (typeof values !== 'object' || Array.isArray(values)) {
    mistakes.push({
      key: 'config',
      message: 'the file must hold keys and values.',
      remedy: 'Write for example `migrations: db/migrations`.',
      file,
      line: 1,
    });
    return { ...EMPTY, file, mistakes };
  }
  return {
    file,
    values: values as Record<string, unknown>,
    mistakes,
    line: (path, key) => lineOf(document, lines, path, key),
  };
}

function lineOf(
  document: Document,
  lines: LineCounter,
  path: readonly PropertyKey[],
  key?: string,
): number | undefined {
  const parent = path.length === 0 ? document.contents : document.getIn(path, true);
  if (key !== undefined) {
    const items = (parent as YAMLMap | null)?.items as
      | Pair<{ value?: unknown; range?: number[] }>[]
      | undefined;
    const start = items?.find((pair) => String(pair.key?.value) === key)?.key.range?.[0];
    if (start !== undefined) return lines.linePos(start).line;
  }
  const start = (parent as { range?: number[] } | null | undefined)?.range?.[0];
  if (start !== undefined) return lines.linePos(start).line;
  return path.length === 0 ? undefined : lineOf(document, lines, path.slice(0, -1));
}
