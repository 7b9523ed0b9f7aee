import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Mistake } from '../../facts/database.ts';
import { told } from '../told.ts';
import { type Config, NO_CONFIG } from './config.ts';
import { DEEP, tooDeep } from './yaml-depth.ts';
import { Places } from './yaml-places.ts';

const QUOTES = 'Correct the file; text with a sign in it, such as ">= 26" or "*.sql", needs quotes.';

/** Reads a config file's text. `file` is its name in mistakes. */
export function parseConfig(text: string, file: string): Config {
  const lines = new LineCounter();
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const located = ({ key = 'config', offset, message, remedy = QUOTES }: Problem): Mistake => ({
    key,
    message,
    remedy,
    file,
    line: lineAt(offset),
  });
  const broken = (problems: Iterable<Problem>): Config => ({
    ...NO_CONFIG,
    file,
    broken: true,
    mistakes: told(mapped(problems, located)),
  });
  const deep = tooDeep(text);
  if (deep !== undefined) {
    const line = text.slice(0, deep).split('\n').length;
    return { ...broken([]), mistakes: [{ ...located({ offset: 0, ...DEEP }), line }] };
  }
  const document = parseDocument(text, {
    lineCounter: lines,
    logLevel: 'error',
    prettyErrors: false,
    // One meaning, whatever a %YAML directive says.
    schema: 'core',
    resolveKnownTags: false,
    stringKeys: true,
    // It compares each key with all others: done here, in time that grows with their number.
    uniqueKeys: false,
  });
  const values = dataOf(document);
  const fatal = fatalProblems(document, values, lineAt);
  if (fatal.length > 0) return broken(fatal);
  const places = new Places(document);
  const line = (path: readonly PropertyKey[], key?: string) => {
    const offset = places.offsetOf(path, key);
    return offset === undefined ? undefined : lineAt(offset);
  };
  return {
    file,
    values: (values ?? {}) as Record<string, unknown>,
    broken: false,
    mistakes: told(mapped(duplicates(document), located)),
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
  const ordered = [...errors, ...warnings].toSorted((a, b) => a.pos[0] - b.pos[0]);
  const byLine = Map.groupBy(ordered, ({ pos }) => lineAt(pos[0]));
  return [...byLine.values()].flatMap(([first]) => {
    if (first === undefined) return [];
    const { code, message, pos } = first;
    return [{ offset: pos[0], message: `this cannot be read as YAML: ${SENTENCES[code] ?? message}.` }];
  });
}

function duplicates(document: Document): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Map(_, { items }) {
      const known = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = key.source ?? 'a key';
        const offset = key.range?.[0] ?? 0;
        const message = `${name} is set twice.`;
        if (known.has(key.value))
          problems.push({ key: name, offset, message, remedy: 'Remove one of the two.' });
        known.add(key.value);
      }
    },
  });
  return problems;
}

/** Each is looked for in the whole file. */
const MOST_ALIASES = 100;

function unresolved(document: Document): Problem[] {
  const problems: Problem[] = [];
  let count = 0;
  visit(document, {
    Alias(_, alias) {
      const offset = alias.range?.[0] ?? 0;
      count += 1;
      if (count > MOST_ALIASES) {
        problems.push({
          offset,
          message: `there are more than ${MOST_ALIASES} aliases.`,
          remedy: 'Write it out.',
        });
        return visit.BREAK;
      }
      if (alias.resolve(document) !== undefined) return undefined;
      const message = `*${alias.source} is an alias of nothing: there is no &${alias.source} before it.`;
      problems.push({ offset, message });
      return undefined;
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

/** `undefined` when that would be too much, or does not end. */
function dataOf(document: Document): unknown {
  keepDigits(document);
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}

function* mapped<In, Out>(items: Iterable<In>, change: (item: In) => Out): Generator<Out> {
  for (const item of items) yield change(item);
}
