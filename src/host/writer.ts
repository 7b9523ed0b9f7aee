import { styleText } from 'node:util';
import type { Style } from '../report/formats/terminal/terminal-text.ts';
import { visible } from '../text/visible.ts';

/**
 * The runner reads commands out of every line that a step prints: `::name …::` at the start of a line, after any white
 * space, and `##[name]` anywhere in it (actions/runner, ActionCommand.cs). Names and messages come from databases and
 * files, so every line goes through here; real commands are made by @actions/core alone.
 */

/** A comparison that knows about cultures passes over variation selectors; the runner's may be one. */
const COMMAND = /^((?:\s|\ufe0f)*):(?=\ufe0f*:)/u;
const LEGACY_COMMAND = /(#\ufe0f*#\ufe0f*)(?=\[)/gu;

export type Write = (line: string, style?: Style) => void;

/** What a stream must offer to be written to. */
export interface Target {
  write(text: string): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** One line of text in which the runner finds no command and a terminal no control sequence. */
export function neutralise(line: string): string {
  // A tab does no harm.
  return line.split('\t').map(visible).join('\t').replace(COMMAND, '$1\\:').replace(LEGACY_COMMAND, '$1\\');
}

/** Writes lines to a stream, each neutralised; only with `colours` does a style become control codes. */
export function writer(target: Target, { colours = false } = {}): Write {
  // A reader that went away (`| head`) must not cost the reports.
  target.on('error', () => {});
  return (line, style) => {
    const text = neutralise(line);
    const shown = colours && style !== undefined ? styleText(style, text, { validateStream: false }) : text;
    target.write(`${shown}\n`);
  };
}
