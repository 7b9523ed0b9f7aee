import type { Node, Place } from './syntax.ts';

/** Replaces the source from `start` to `end`. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** One way to make a line wrong: every edit that it knows at one place. `text` gives the source of a node. */
export type Operator = (place: Place, text: (node: Node) => string) => Edit[];

/** Puts `text` in the place of a node. */
export function replace(node: Node, text: string): Edit {
  return { start: node.start ?? 0, end: node.end ?? 0, text };
}
