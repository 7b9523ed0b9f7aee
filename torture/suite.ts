/** One thing that is tried. */
export interface Case {
  /** What is tried: with the seed enough to try it again. */
  name: string;
  /** How many tries it counts for. Default: 1. */
  tries?: number;
  /** Gets an empty folder of its own. Gives the broken promises in sentences; none where all were kept. */
  run(place: string): Promise<string[]>;
}

/** One way to be cruel to the program, and the promise that must hold under it. */
export interface Suite {
  /** For the command line. */
  name: string;
  title: string;
  promise: string;
  /** How the promise is tested. */
  method: string;
  /** Tries of a whole run. */
  count: number;
  /** Why it cannot be tried on this machine, in a sentence. */
  missing?(): string | undefined;
  /** The cases for so many tries; the same for the same seed. `place`: a folder for what the cases share. */
  cases(options: CaseOptions): Promise<Case[]>;
}

export interface CaseOptions {
  seed: number;
  count: number;
  place: string;
}

/** What one run of a suite came to. */
export interface Tally {
  seed: number;
  tries: number;
  failures: number;
}
