import { type Document, isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';

/** Where the values of a document stand. A map is indexed when it is first asked, so that no key is looked for by all. */
export class Places {
  readonly #document: Document;
  readonly #pairs = new WeakMap<YAMLMap, ReadonlyMap<unknown, Pair>>();

  constructor(document: Document) {
    this.#document = document;
  }

  /** Offset of the value at `path`, or of the nearest thing around it; with `key`, of that key inside. */
  offsetOf(path: readonly PropertyKey[], key?: string): number | undefined {
    const node = this.#nodeAt(path);
    const inner = key === undefined || !isMap(node) ? undefined : this.#pairsOf(node).get(key)?.key;
    const start = startOf(inner) ?? startOf(node);
    if (start !== undefined) return start;
    return path.length <= 1 ? undefined : this.offsetOf(path.slice(0, -1));
  }

  #nodeAt(path: readonly PropertyKey[]): unknown {
    let node: unknown = this.#document.contents;
    for (const part of path) {
      if (isMap(node)) node = this.#pairsOf(node).get(part)?.value;
      else node = isSeq(node) ? node.items[Number(part)] : undefined;
    }
    return node;
  }

  #pairsOf(map: YAMLMap): ReadonlyMap<unknown, Pair> {
    const known = this.#pairs.get(map);
    if (known !== undefined) return known;
    // Of a key that is set twice, the first is meant.
    const entries = map.items.map((pair) => [isScalar(pair.key) ? pair.key.value : pair.key, pair] as const);
    const pairs = new Map(entries.toReversed());
    this.#pairs.set(map, pairs);
    return pairs;
  }
}

function startOf(node: unknown): number | undefined {
  return (node as { range?: [number, number, number] | null } | null | undefined)?.range?.[0];
}
