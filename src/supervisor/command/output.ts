import type { Readable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';

/** Of what a command prints, this much is told from its beginning, and as much from its end. */
const HEAD = 8 * 1024 * 1024;
const TAIL = 8 * 1024 * 1024;

/** A longer line is passed on in parts: what a program prints must not fill the memory. */
const LONGEST = 16_384;

/** What a kept line costs beside its letters: a program can print empty ones. */
const LINE = 64;

export interface OutputBounds {
  head: number;
  tail: number;
}

/**
 * What a command prints, line by line and without control sequences, up to a bound: the beginning at once, the end when
 * the command has ended, and of what lies between them how much it is. A log of gigabytes helps nobody.
 */
export class Output {
  readonly #tell: (line: string) => void;
  readonly #bounds: OutputBounds;
  #told = 0;
  #last: string[] = [];
  /** Where the kept ones begin in `#last`. */
  #first = 0;
  #kept = 0;
  #left = { lines: 0, letters: 0 };

  constructor(tell: (line: string) => void, bounds: OutputBounds = { head: HEAD, tail: TAIL }) {
    this.#tell = tell;
    this.#bounds = bounds;
  }

  /** Passes a stream on, and resolves at its end. A carriage return alone, as of a progress bar, ends a line too. */
  read(stream: Readable): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    let rest = '';
    stream.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split(/\r*\n|\r+(?!\n)(?=.)/s);
      rest = lines.pop() ?? '';
      for (const line of lines) this.#take(line);
      if (rest.length > LONGEST) {
        this.#take(rest);
        rest = '';
      }
    });
    stream.once('error', () => {});
    stream.once('close', () => {
      if (rest !== '') this.#take(rest.replace(/\r$/, ''));
      resolve();
    });
    return promise;
  }

  /** Tells what was kept back, when nothing more is coming. */
  end(): void {
    const { lines, letters } = this.#left;
    if (lines > 0) this.#tell(`[${lines} lines with ${letters} characters are left out here]`);
    for (const line of this.#last.slice(this.#first)) this.#say(line);
    this.#last = [];
  }

  #take(line: string): void {
    const cost = line.length + LINE;
    if (this.#told + cost <= this.#bounds.head) {
      this.#told += cost;
      this.#say(line);
      return;
    }
    if (Number.isFinite(this.#told)) {
      this.#told = Number.POSITIVE_INFINITY;
      this.#tell('[it prints very much: the end is shown when it has ended]');
    }
    this.#last.push(line);
    this.#kept += cost;
    while (this.#kept > this.#bounds.tail && this.#first < this.#last.length - 1) this.#drop();
  }

  #drop(): void {
    const line = this.#last[this.#first] ?? '';
    this.#first += 1;
    this.#kept -= line.length + LINE;
    this.#left.lines += 1;
    this.#left.letters += line.length;
    // To cut off each one as it goes would move all others each time.
    if (this.#first * 2 < this.#last.length) return;
    this.#last = this.#last.slice(this.#first);
    this.#first = 0;
  }

  #say(line: string): void {
    this.#tell(stripVTControlCharacters(line));
  }
}
