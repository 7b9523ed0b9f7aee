/** Why a tool that reads files by lines cannot read one. */
export interface Unreadable {
  problem: string;
  /** 1-based. */
  line: number;
}

const MOST_QUOTED = 200;

/** A line in a tool's own sentence, where it may be as long as a dump. */
export function quoted(line: string): string {
  return JSON.stringify(line.length > MOST_QUOTED ? `${line.slice(0, MOST_QUOTED)}…` : line);
}

/** For tools that read SQL by lines: the last word before a comment ends in a semicolon. */
export function endsStatement(line: string): boolean {
  const words = line.split(/\s+/).filter((word) => word !== '');
  const comment = words.findIndex((word) => word.startsWith('--'));
  return (comment === -1 ? words : words.slice(0, comment)).at(-1)?.endsWith(';') ?? false;
}
