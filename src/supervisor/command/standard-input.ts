import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setBack, wasRead } from './access-time.ts';

/**
 * What a command gets as its standard input: an empty file, so that a question is answered by the end of input, as in a
 * workflow, and the question shows.
 */
export class StandardInput {
  readonly descriptor: number;
  readonly #path: string;

  constructor(folder: string) {
    this.#path = join(folder, 'standard-input');
    writeFileSync(this.#path, '');
    setBack(this.#path);
    this.descriptor = openSync(this.#path, 'r');
  }

  /** Whether anybody read from it; only where the file system keeps access times. */
  end(): boolean {
    closeSync(this.descriptor);
    return wasRead(this.#path);
  }
}
