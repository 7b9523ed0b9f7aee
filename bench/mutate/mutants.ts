import { stripTypeScriptTypes } from 'node:module';
import { basename } from 'node:path';
import { randomFrom } from '../../__tests__/support/random.ts';
import type { Edit } from './edit.ts';
import { operators } from './operators.ts';
import { functionAround, type Node, parseSource, placesOf } from './syntax.ts';

/** One change of one file. */
export interface Mutant {
  /** Path of the file. */
  file: string;
  line: number;
  operator: string;
  /** What it changes, in words that stay the same while the lines around move. */
  name: string;
  edit: Edit;
}

/** Every mutant of a file, in the order of its text. */
export function mutantsOf(file: string, source: string): Mutant[] {
  const found: Mutant[] = [];
  const times = new Map<string, number>();
  const made = new Set([source]);
  const text = ({ start, end }: Node) => source.slice(start ?? 0, end ?? 0);
  for (const place of placesOf(source)) {
    for (const [operator, mutate] of Object.entries(operators)) {
      for (const edit of mutate(place, text)) {
        // Two operators can come to the same.
        const changed = apply(source, edit);
        if (made.has(changed)) continue;
        made.add(changed);
        const change = `${squeezed(source.slice(edit.start, edit.end))} -> ${squeezed(edit.text)}`;
        const plain = `${functionAround(place)} ${operator}: ${change}`.trim();
        const time = (times.get(plain) ?? 0) + 1;
        times.set(plain, time);
        const line = source.slice(0, edit.start).split('\n').length;
        found.push({ file, line, operator, name: time === 1 ? plain : `${plain} (${time})`, edit });
      }
    }
  }
  return found;
}

function squeezed(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 90 ? `${line.slice(0, 60)} … ${line.slice(-25)}` : line;
}

export function apply(source: string, { start, end, text }: Edit): string {
  return source.slice(0, start) + text + source.slice(end);
}

/** Whether the program can still be read, and is another one. */
function isProgram(source: string, { edit }: Mutant): boolean {
  const changed = apply(source, edit);
  try {
    parseSource(changed);
    return stripTypeScriptTypes(changed) !== stripTypeScriptTypes(source);
  } catch {
    return false;
  }
}

/**
 * Mutants of each file by turns, and within a file of each operator by turns, so that neither a long file nor a common
 * operator has them all. What is drawn of one file does not depend on the others, nor on where it lies.
 */
export function sample(
  sources: ReadonlyMap<string, string>,
  count: number,
  seed: number,
  only?: string,
): Mutant[] {
  const queues = [...sources].map(([file, source]) => {
    const all = mutantsOf(file, source).filter(({ operator }) => only === undefined || operator === only);
    return { source, queue: inTurns(shuffled(all, seed + hash(basename(file)))) };
  });
  const drawn: Mutant[] = [];
  while (drawn.length < count && queues.some(({ queue }) => queue.length > 0)) {
    for (const { source, queue } of queues) {
      let next = queue.shift();
      while (next !== undefined && !isProgram(source, next)) next = queue.shift();
      if (next !== undefined && drawn.length < count) drawn.push(next);
    }
  }
  return drawn;
}

function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const random = randomFrom(seed);
  return items
    .map((item) => ({ item, at: random.below(2 ** 32) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function inTurns(mutants: readonly Mutant[]): Mutant[] {
  const groups = [...Map.groupBy(mutants, ({ operator }) => operator).values()];
  const turns = mutants.map((_, turn) => groups.flatMap((group) => group.slice(turn, turn + 1)));
  return turns.flat();
}

function hash(text: string): number {
  let value = 0;
  for (const letter of text) value = (value * 31 + letter.charCodeAt(0)) % 0x7fffffff;
  return value;
}
