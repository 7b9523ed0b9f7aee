import { join } from 'node:path';
import { watchedInLines } from './activity-log.ts';
import { changeBase } from './change-base.ts';
import { FAULTS } from './failure.ts';
import type { Host } from './host.ts';
import { watchedLive } from './live-line.ts';
import { type Described, help, type Nearest, readFlags } from './terminal-flags.ts';
import { neutralise, type Target, writer } from './writer.ts';

/** What stands on a command line: a command with what it gets, or a text to print and the exit code. */
export type CommandLine<Command> =
  | { command: Command; operands: string[]; values: Record<string, string> }
  | { print: string; exitCode: 0 | 2 };

/**
 * `sqlite-preflight [COMMAND] [OPERAND] [--flag value | --flag=value …]`; without a command the first one is meant.
 * `nearest` finds the word that was meant by a misspelt one.
 */
export function readCommandLine<Command extends Described>(
  argv: readonly string[],
  commands: readonly [Command, ...Command[]],
  { version, nearest }: { version: string; nearest?: Nearest },
): CommandLine<Command> {
  const named = commands.find(({ name }) => name === argv[0]);
  const command = named ?? commands[0];
  const flags = readFlags(named === undefined ? argv : argv.slice(1), command, nearest);
  if (flags.help) return { print: help(command, commands), exitCode: 0 };
  if (flags.version) return { print: version, exitCode: 0 };
  if (flags.mistakes.length === 0) return { command, operands: flags.operands, values: flags.values };
  const [first, ...others] = flags.mistakes.map(neutralise);
  return { print: [`${FAULTS.setup}: ${first}`, ...others, 'See --help.'].join('\n'), exitCode: 2 };
}

interface TerminalPlace {
  cwd: string;
  env: NodeJS.ProcessEnv;
}

/** The terminal, which needs no variable of GitHub's. The result goes to stdout; what is only for a person who watches goes to stderr. */
export function terminalHost(inputs: Record<string, string>, { cwd, env }: TerminalPlace): Host {
  const out = writer(process.stdout, { colours: hasColours(process.stdout, env) });
  const aside = writer(process.stderr, { colours: hasColours(process.stderr, env) });
  const change = changeBase(env);
  const { watch, clear } = isLive(process.stderr, env)
    ? watchedLive(process.stderr)
    : { watch: watchedInLines((line) => aside(line, 'dim')), clear: () => {} };
  return {
    inputs,
    workspace: cwd,
    defaultOutput: env.RUNNER_TEMP ? join(env.RUNNER_TEMP, 'preflight') : join(cwd, 'preflight-out'),
    ...(env.GITHUB_EVENT_NAME && { event: env.GITHUB_EVENT_NAME }),
    ...(change && { change }),
    progress: (text) => aside(text, 'dim'),
    watch,
    publish: async (record, options) => {
      clear();
      // With the reports, which nobody needs before.
      const { publishInTerminal } = await import(
        /* webpackChunkName: "preflight" */ './publish/in-terminal.ts'
      );
      return publishInTerminal(record, options, { out, aside });
    },
  };
}

/** Somebody sees each line as it is written, and one that is written over too. */
function isLive(stream: Target & { isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && env.TERM !== 'dumb' && !env.CI;
}

function hasColours(stream: Target & { isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR && env.FORCE_COLOR !== '0') return true;
  return stream.isTTY === true && env.TERM !== 'dumb' && !env.GITHUB_ACTIONS;
}
