import { styleText } from 'node:util';

/**
 * The runner reads commands out of every line that a step prints: `::name …::` at the start of a line, after any white
 * space, and `##[name]` anywhere in it (actions/runner, ActionCommand.cs). Names and messages come from databases and
 * files, so every line goes through here; real commands are made by @actions/core alone.
 */

/**
 * Control and format characters, line separators, lone surrogates, and whatever is shown as nothing: they would end
 * the line early or disguise it. Tabs stay, and so does the variation selector, which makes an emoji of what it follows.
 */
const INVISIBLE = /(?!\t|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** A comparison that knows about cultures passes over variation selectors; the runner's may be one. */
const COMMAND = /^((?:\s|\ufe0f)*):(?=\ufe0f*:)/u;
const LEGACY_COMMAND = /(#\ufe0f*#\ufe0f*)(?=\[)/gu;

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green';

export type Write = (line: string, style?: Style) => void;

/** What a stream must offer to be written to. */
export interface Target {
  write(text: string): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** One line of text in which the runner finds no command and a terminal no control sequence. */
export function neutralise(line: string): string {
  return line
    .replace(INVISIBLE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
    .replace(COMMAND, '$1\\:')
    .replace(LEGACY_COMMAND, '$1\\');
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
