import type { Severity } from '../../facts/finding.ts';
import type { Annotation } from '../../report/formats/annotations/annotations.ts';
import type { LogGroup } from '../../report/formats/log/log.ts';
import { reasonOf } from '../reason.ts';
import { neutralise, type Write } from '../writer.ts';

export type Core = Pick<
  typeof import('@actions/core'),
  'endGroup' | 'error' | 'notice' | 'setOutput' | 'startGroup' | 'warning'
>;

type AnnotationPlace = Pick<Annotation, 'title' | 'file' | 'line'>;

/** The step as a person sees it: plain lines through the writer, commands through @actions/core. */
export class Step {
  readonly #core: Core;
  readonly #write: Write;

  constructor(core: Core, write: Write) {
    this.#core = core;
    this.#write = write;
  }

  /** Folded lines. */
  group({ title, lines }: LogGroup): void {
    this.#core.startGroup(neutralise(title));
    this.lines(lines);
    this.#core.endGroup();
  }

  lines(lines: readonly string[]): void {
    for (const line of lines) this.#write(line);
  }

  /** What `work` prints by other ways than this one is folded too. */
  async folded<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
    this.#core.startGroup(title);
    try {
      return await work();
    } finally {
      this.#core.endGroup();
    }
  }

  /** An annotation. */
  say(severity: Severity, message: string, { title, file, line }: Partial<AnnotationPlace> = {}): void {
    this.#core[severity](neutralise(message), {
      ...(title !== undefined && { title: neutralise(title) }),
      ...(file !== undefined && { file: neutralise(file) }),
      ...(line !== undefined && { startLine: line }),
    });
  }

  /** Best effort: outputs that cannot be written are a warning. */
  outputs(outputs: Readonly<Record<string, string>>): void {
    try {
      for (const [name, value] of Object.entries(outputs)) this.#core.setOutput(name, value);
    } catch (error) {
      this.say('warning', `The outputs were not written: ${reasonOf(error)}.`);
    }
  }
}
