import type { Command } from './cli-command.ts';
import { explain } from './explain.ts';
import { rehearse } from './rehearse.ts';

/** Every command; the first is meant where none is named. A command is its file, this line and its test. */
export const commands: readonly [Command, ...Command[]] = [rehearse, explain];
