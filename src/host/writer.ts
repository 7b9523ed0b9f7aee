/**
 * The runner reads commands out of every line that a step prints: `::name …::` at the start of a line, after any white
 * space, and `##[name]` anywhere in it (actions/runner, ActionCommand.cs). Names and messages come from databases and
 * files, so every line goes through here; real commands are made by @actions/core alone.
 */

/** Control characters, line separators and bidirectional controls: they would end the line early or disguise it. */
const CONTROL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** One line of text in which the runner finds no command and a terminal no control sequence. */
export function neutralise(line: string): string {
  return line
    .replace(CONTROL, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
    .replace(/^([\p{White_Space}\uFEFF]*):(?=:)/u, '$1\\:')
    .replaceAll('##[', '##\\[');
}

/** Writes lines to a stream, each neutralised. */
export function writer(stream: Pick<NodeJS.WritableStream, 'write'>): (line: string) => void {
  return (line) => {
    stream.write(`${neutralise(line)}\n`);
  };
}
