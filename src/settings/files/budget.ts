/** How much text of one file is read, in bytes. */
export const MOST_BYTES = { config: 128 * 2 ** 10, sql: 64 * 2 ** 20 } as const;

/** What all settings of a run may read together, and what is said beyond it. */
const MOST = {
  entries: { amount: 200_000, problem: 'leads through more than 200,000 files and folders' },
  files: { amount: 10_000, problem: 'leads to more than 10,000 SQL files' },
  bytes: { amount: 128 * 2 ** 20, problem: 'leads to more than 128 MiB of SQL' },
  lines: { amount: 2_000_000, problem: 'leads to more than 2,000,000 lines of SQL' },
  steps: { amount: 50_000_000, problem: 'has too many wildcards for so many names' },
} as const;

type Kind = keyof typeof MOST;

/** A search that was given up: nothing is cut short without a word. */
export class OverBudget extends Error {}

/** Counts what is looked at, because a pull request can fill its repository with anything. Throws an OverBudget. */
export class ReadBudget {
  readonly #left: Record<Kind, number>;

  constructor({ entries, files, bytes, lines, steps }: Partial<Record<Kind, number>> = {}) {
    this.#left = {
      entries: entries ?? MOST.entries.amount,
      files: files ?? MOST.files.amount,
      bytes: bytes ?? MOST.bytes.amount,
      lines: lines ?? MOST.lines.amount,
      steps: steps ?? MOST.steps.amount,
    };
  }

  spend(kind: Kind, amount = 1): void {
    this.#left[kind] -= amount;
    if (this.#left[kind] < 0) throw new OverBudget(MOST[kind].problem);
  }
}
