import type { Finding } from '../../facts/finding.ts';
import type { Excerpt } from '../../facts/record.ts';

/** A line of a migration around a finding. */
export interface FrameLine {
  number: number;
  text: string;
  /** The finding is about this one. */
  isMarked: boolean;
}

/** The lines around the place of a finding; empty where they are not known. */
export function codeFrame({ location }: Finding, excerpts: readonly Excerpt[]): FrameLine[] {
  const { file, line } = location ?? {};
  const excerpt = excerpts.find((one) => one.file === file && one.line === line);
  return (excerpt?.lines ?? []).map((text, at) => {
    const number = (excerpt?.first ?? 1) + at;
    return { number, text, isMarked: number === line };
  });
}

/** As text: `> 9 │ DROP TABLE users;`. */
export function frameText(frame: readonly FrameLine[]): string[] {
  const width = String(frame.at(-1)?.number ?? '').length;
  return frame.map(({ number, text, isMarked }) =>
    `${isMarked ? '>' : ' '} ${String(number).padStart(width)} │ ${text.replaceAll('\t', '  ')}`.trimEnd(),
  );
}
