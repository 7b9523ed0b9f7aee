import { parseArgs } from 'node:util';

/** An input, as a flag. */
export interface Flag {
  name: string;
  description: string;
}

/** A command, as far as its command line goes. */
export interface Described {
  name: string;
  summary: string;
  inputs: readonly Flag[];
  /** What stands without a flag; absent: nothing may. */
  operand?: string;
}

export interface GivenFlags {
  help: boolean;
  version: boolean;
  /** A flag given several times has one line for each. */
  values: Record<string, string>;
  /** What stands without a flag. */
  operands: string[];
  /** Each a sentence. */
  mistakes: string[];
}

export type Nearest = (word: string, known: readonly string[]) => string | undefined;

/** Reads the command line; all mistakes come back at once. */
export function readFlags(
  argv: readonly string[],
  { inputs, operand }: Described,
  nearest?: Nearest,
): GivenFlags {
  const known = inputs.map(({ name }) => name);
  const given: GivenFlags = { help: false, version: false, values: {}, operands: [], mistakes: [] };
  let unknownAt = Number.NaN;
  for (const token of tokensOf(argv, known)) {
    if (token.kind === 'positional') {
      // The value of an unknown flag is no second mistake.
      if (token.index === unknownAt + 1) continue;
      if (operand !== undefined) given.operands.push(token.value);
      else
        given.mistakes.push(
          `${token.value} stands alone. Name what it is for, such as --database=${token.value}.`,
        );
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

/** What `--help` prints of one of the commands. */
export function help({ name, summary, inputs, operand }: Described, commands: readonly Described[]): string {
  const isFirst = name === commands[0]?.name;
  const flags = [
    ...inputs,
    { name: 'help', description: 'This text.' },
    { name: 'version', description: 'The version.' },
  ];
  const usage = operand === undefined ? '--database FILE [--migrations FOLDER] [--FLAG VALUE …]' : operand;
  return [
    summary,
    '',
    `sqlite-preflight ${isFirst ? '' : `${name} `}${usage}`,
    '',
    ...(isFirst ? listed(commands.map((one) => [one.name, one.summary])) : []),
    ...(isFirst ? [''] : []),
    ...listed(flags.map((flag) => [`--${flag.name}`, flag.description])),
    '',
    'Exit code: 0 nothing reached fail-on, 1 the migration has problems, 2 the set-up is wrong,',
    '3 the preflight broke.',
  ].join('\n');
}

/** Two columns: words, and what each means. */
function listed(entries: readonly (readonly [string, string])[]): string[] {
  const column = Math.max(...entries.map(([word]) => word.length)) + 4;
  return entries.flatMap(([word, meaning]) => {
    const [first = '', ...others] = wrapped(meaning, WIDTH - column);
    return [`  ${word}`.padEnd(column) + first, ...others.map((line) => ' '.repeat(column) + line)];
  });
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
