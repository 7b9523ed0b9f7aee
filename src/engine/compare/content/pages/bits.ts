/** A set of page numbers, one bit each. */
export class Bits {
  readonly #bytes: Uint8Array;

  constructor(highest: number) {
    this.#bytes = new Uint8Array((highest >> 3) + 1);
  }

  has(page: number): boolean {
    return ((this.#bytes[page >> 3] as number) & (1 << (page & 7))) !== 0;
  }

  add(page: number): void {
    this.#bytes[page >> 3] = (this.#bytes[page >> 3] as number) | (1 << (page & 7));
  }

  /** Calls `visit` with each page of the set that is not in `other`, in order, until it returns `false`. */
  without(other: Bits, visit: (page: number) => boolean): void {
    for (let at = 0; at < this.#bytes.length; at += 1) {
      const left = (this.#bytes[at] as number) & ~(other.#bytes[at] as number);
      if (left === 0) continue;
      for (let bit = 0; bit < 8; bit += 1) {
        if ((left & (1 << bit)) !== 0 && !visit(at * 8 + bit)) return;
      }
    }
  }
}
