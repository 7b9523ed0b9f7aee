import type { Host } from '../host/host.ts';
import type { Input } from '../settings/inputs.ts';
import type { Supervisor } from '../supervisor/supervisor.ts';

/** One thing that the program does: the first word on its command line. */
export interface Command {
  /** Kebab-case; also the file's name. */
  name: string;
  /** What it does, in a sentence. */
  summary: string;
  /** What stands on its command line without a flag, such as RULE; absent: nothing may. */
  operand?: string;
  /** Its flags in the terminal and, where it is an action too, its inputs, in alphabetical order. */
  inputs: readonly Input[];
  /** Returns the process's exit code; whatever is thrown is our own fault. */
  run(context: CommandContext): Promise<number>;
}

export interface CommandContext {
  /** Loaded when it is asked for: an engine process comes up meanwhile. */
  host(): Promise<Host>;
  operands: readonly string[];
  /** Lets an engine process come up, and ends it whatever happens. */
  withSupervisor(act: (supervisor: Supervisor) => Promise<number>): Promise<number>;
  /** Aborts when the run is cancelled. */
  signal: AbortSignal;
  /** Writes one line for a person: the result, or what went wrong. */
  print(line: string, kind: 'result' | 'problem'): void;
}
