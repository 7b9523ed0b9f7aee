import { parseArgs } from 'node:util';

/** An input, as a flag. */
export interface Flag {
  name: string;
  description: string;
}

export interface GivenFlags {
  help: boolean;
  version: boolean;
  /** A flag given several times has one line for each. */
  values: Record<string, string>;
  /** Each a sentence. */
  mistakes: string[];
}

type Nearest = (word: string, known: readonly string[]) => string | undefined;

/** Reads the command line; all mistakes come back at once. */
export function readFlags(argv: readonly string[], flags: readonly Flag[], nearest?: Nearest): GivenFlags {
  const known = flags.map(({ name }) => name);
  const given: GivenFlags = { help: false, version: false, values: {}, mistakes: [] };
  let unknownAt = Number.NaN;
  for (const token of tokensOf(argv, known)) {
    if (token.kind === 'positional') {
      // The value of an unknown flag is no second mistake.
      if (token.index !== unknownAt + 1) {
        given.mistakes.push(
          `${token.value} stands alone. Name what it is for, such as --database=${token.value}.`,
        );
      }
    } else if (token.kind === 'option') {
      const { name, rawName, value, inlineValue } = token;
      if (name === 'help' || name === 'version') given[name] = true;
      else if (!known.includes(name)) {
        unknownAt = inlineValue === true ? Number.NaN : token.index;
        given.mistakes.push(unknown(rawName, nearest?.(name, [...known, 'help', 'version'])));
      } else if (value === undefined || (inlineValue !== true && value.startsWith('-'))) {
        given.mistakes.push(`${rawName} needs a value: ${rawName}=VALUE.`);
      } else given.values[name] = name in given.values ? `${given.values[name]}\n${value}` : value;
    }
  }
  return given;
}

function tokensOf(argv: readonly string[], known: readonly string[]) {
  const flag = { type: 'string', multiple: true } as const;
  const { tokens } = parseArgs({
    args: [...argv],
    options: {
      ...Object.fromEntries(known.map((name) => [name, flag])),
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
    // Its own sentences stop at the first mistake.
    strict: false,
    tokens: true,
  });
  return tokens;
}

function unknown(name: string, meant: string | undefined): string {
  return `there is no flag ${name}.${meant === undefined ? '' : ` Did you mean --${meant}?`}`;
}

const WIDTH = 100;

/** What `--help` prints. */
export function help(flags: readonly Flag[]): string {
  const column = Math.max(...flags.map(({ name }) => name.length)) + '  --'.length + 2;
  const about = [
    ...flags,
    { name: 'help', description: 'This text.' },
    { name: 'version', description: 'The version.' },
  ];
  return [
    'Rehearses a SQLite migration on a copy of a database and proves what happens to every row.',
    '',
    'sqlite-preflight --database FILE [--migrations FOLDER] [--FLAG VALUE …]',
    '',
    ...about.flatMap(({ name, description }) => {
      const [first = '', ...others] = wrapped(description, WIDTH - column);
      return [`  --${name}`.padEnd(column) + first, ...others.map((line) => ' '.repeat(column) + line)];
    }),
    '',
    'Exit code: 0 nothing reached fail-on, 1 the migration has problems, 2 the set-up is wrong,',
    '3 the preflight broke.',
  ].join('\n');
}

function wrapped(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
