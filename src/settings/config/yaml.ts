import type { Document, Pair, Scalar } from 'yaml';
import type { Mistake } from '../../facts/database.ts';
import { type Config, NO_CONFIG } from './config.ts';

// Loaded in this way, so that the parser is a chunk of its own and this module is not.
const { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } = await import(
  /* webpackChunkName: "yaml" */ 'yaml'
);

const QUOTES = 'Correct the file; text with a sign in it, such as ">= 26" or "*.sql", needs quotes.';

/** Reads a config file's text. `file` is its name in mistakes. */
export function parseConfig(text: string, file: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    logLevel: 'error',
    prettyErrors: false,
    // One meaning, whatever a %YAML directive says.
    schema: 'core',
    resolveKnownTags: false,
    stringKeys: true,
  });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const located = ({ key = 'config', offset, message, remedy = QUOTES }: Problem): Mistake => ({
    key,
    message,
    remedy,
    file,
    line: lineAt(offset),
  });
  const values = dataOf(document);
  const fatal = fatalProblems(document, values, lineAt);
  if (fatal.length > 0) return { ...NO_CONFIG, file, broken: true, mistakes: fatal.map(located) };
  const line = (path: readonly PropertyKey[], key?: string) => {
    const offset = offsetOf(document, path, key);
    return offset === undefined ? undefined : lineAt(offset);
  };
  return {
    file,
    values: (values ?? {}) as Record<string, unknown>,
    broken: false,
    mistakes: duplicates(document).map(located),
    line,
  };
}

interface Problem {
  /** Default: `config`, because no key is concerned. */
  key?: string;
  offset: number;
  message: string;
  remedy?: string;
}

/** Problems that leave open what the file says; the first kind that there is. */
function fatalProblems(document: Document, values: unknown, lineAt: (offset: number) => number): Problem[] {
  const found = [syntaxErrors(document, lineAt), unresolved(document), forbiddenKeys(document)];
  const fatal = found.find((problems) => problems.length > 0);
  if (fatal !== undefined) return fatal;
  if (values === undefined) {
    return [{ offset: 0, message: 'the aliases of this file multiply too much.', remedy: 'Write it out.' }];
  }
  if (values === null || isMap(document.contents)) return [];
  const remedy = 'Write for example `migrations: db/migrations`.';
  return [{ offset: 0, message: 'the config file must hold keys and values.', remedy }];
}

/** Where the parser speaks to programmers. */
const SENTENCES: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'it must be one document, without a second ---',
  NON_STRING_KEY: 'a key must be text',
  TAG_RESOLVE_FAILED: 'a value with a tag (!…) is not understood here',
};

/** One slip makes several errors in a row: of each line the first is told. */
function syntaxErrors({ errors, warnings }: Document, lineAt: (offset: number) => number): Problem[] {
  const problems = [...errors, ...warnings].filter(({ code }) => code !== 'DUPLICATE_KEY');
  const ordered = problems.toSorted((a, b) => a.pos[0] - b.pos[0]);
  const byLine = Map.groupBy(ordered, ({ pos }) => lineAt(pos[0]));
  return [...byLine.values()].flatMap(([first]) => {
    if (first === undefined) return [];
    const { code, message, pos } = first;
    return [{ offset: pos[0], message: `this cannot be read as YAML: ${SENTENCES[code] ?? message}.` }];
  });
}

function duplicates(document: Document): Problem[] {
  const offsets = document.errors.map(({ pos }) => pos[0]);
  return offsets.map((offset) => {
    const key = keyAt(document, offset);
    return { key, offset, message: `${key} is set twice.`, remedy: 'Remove one of the two.' };
  });
}

function unresolved(document: Document): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return;
      problems.push({
        offset: alias.range?.[0] ?? 0,
        message: `*${alias.source} is an alias of nothing: there is no &${alias.source} before it.`,
      });
    },
  });
  return problems;
}

/** An object drops this key without a word. */
function forbiddenKeys(document: Document): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Pair(_, { key }) {
      if (isScalar(key) && key.value === '__proto__') {
        problems.push({
          offset: key.range?.[0] ?? 0,
          message: 'no key can be called __proto__.',
          remedy: 'Remove it.',
        });
      }
    },
  });
  return problems;
}

/** Ids of migrations and releases look like numbers: 0013 is not 13, and 3.40 is not 3.4. */
function keepDigits(document: Document): void {
  if (isMap(document.contents)) keepSource(document.get('production-sqlite', true));
  const allow = isMap(document.contents) ? document.get('allow') : undefined;
  if (!isSeq(allow)) return;
  for (const allowance of allow.items) {
    if (isMap(allowance)) keepSource(allowance.get('migration', true));
  }
}

function keepSource(node: unknown): void {
  if (isScalar(node) && typeof node.value === 'number') node.value = node.source;
}

function keyAt(document: Document, offset: number): string {
  let name = 'a key';
  visit(document, {
    Scalar(position, { range, source }) {
      if (position === 'key' && range?.[0] === offset) name = source ?? name;
    },
  });
  return name;
}

/** `undefined` when that would be too much, or does not end. */
function dataOf(document: Document): unknown {
  keepDigits(document);
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}

function offsetOf(document: Document, path: readonly PropertyKey[], key?: string): number | undefined {
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(node)
    ? (node.items as Pair<Scalar, unknown>[]).find((item) => item.key.value === key)
    : undefined;
  const start = pair?.key.range?.[0] ?? (node as { range?: number[] } | null | undefined)?.range?.[0];
  if (start !== undefined) return start;
  return path.length <= 1 ? undefined : offsetOf(document, path.slice(0, -1));
}
