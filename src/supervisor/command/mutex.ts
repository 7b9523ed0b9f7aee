/** One at a time, in the order of asking. */
export class Mutex {
  #last: Promise<unknown> = Promise.resolve();

  take<Result>(act: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(act);
    // Whoever asked hears of a failure; the next one does not.
    this.#last = turn.catch(() => {});
    return turn;
  }
}
