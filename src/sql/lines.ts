/** Gives the 1-based line of an offset; the offsets it is asked for must not go back. */
export function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  // Kept from call to call: looked for anew each time, the end of a long line is read as often as it has statements.
  let next = text.indexOf('\n');
  return (offset) => {
    for (; next !== -1 && next < offset; next = text.indexOf('\n', next + 1)) line += 1;
    return line;
  };
}
