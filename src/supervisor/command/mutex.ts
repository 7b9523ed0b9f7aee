/** Runs one act at a time, in the order in which they were asked for. */
export class Mutex {
  #last: Promise<unknown> = Promise.resolve();

  take<Result>(act: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(act);
    // A failure concerns the caller of this act alone, not the next one.
    this.#last = turn.catch(() => {});
    return turn;
  }
}
