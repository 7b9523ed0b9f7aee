import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Mistake } from '../../src/facts/database.ts';
import type { Settings } from '../../src/facts/settings.ts';
import { readSettings } from '../../src/settings/read-settings.ts';

export type Files = Readonly<Record<string, string | Buffer>>;

export interface Reading {
  /** The workspace's path. */
  place: string;
  settings: Settings;
  mistakes: Mistake[];
}

/** What a run writes. */
export const REPORT_FILES = ['report.md', 'report.json'];

/** Rules that an allowance may name. */
export const RULES = ['rows-lost', 'values-cleared'];

/** A new workspace below `folder` with these files. */
export function workspaceWith(folder: string, files: Files): string {
  const place = mkdtempSync(join(folder, 'workspace-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(place, name)), { recursive: true });
    writeFileSync(join(place, name), content);
  }
  return place;
}

/** Reads settings the way a host has them read, in workspaces of their own below `folder`. */
export function readerIn(folder: string) {
  const inPlace = async (
    place: string,
    inputs: Readonly<Record<string, string>>,
    event?: string,
  ): Promise<Reading> => {
    const source = {
      inputs,
      workspace: place,
      defaultOutput: join(folder, 'out'),
      ruleIds: RULES,
      reportFiles: REPORT_FILES,
      ...(event !== undefined && { event }),
    };
    return { place, ...(await readSettings(source)) };
  };
  const read = (inputs: Readonly<Record<string, string>>, files: Files = {}) =>
    inPlace(workspaceWith(folder, { 'app.db': 'x', ...files }), inputs);
  /** A config file beside a right database. */
  const readConfig = (config: string | Buffer, inputs: Readonly<Record<string, string>> = {}) =>
    read({ database: 'app.db', ...inputs }, { 'preflight.yml': config });
  return { inPlace, read, readConfig };
}

/** A mistake as one line: `file:line key: message -> remedy`. */
export function said({ file, line, key, message, remedy }: Mistake): string {
  const place = file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`} `;
  return `${place}${key}: ${message} -> ${remedy}`;
}
