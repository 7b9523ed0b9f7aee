import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { outputsOf } from '../../src/host/publish/outputs.ts';
import { inputs } from '../../src/settings/inputs.ts';
import { VERSION } from '../../src/version.ts';
import { factsWith, judged } from '../support/preflight.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

interface Action {
  inputs: Record<string, { description: string; required: boolean; default?: string }>;
  outputs: Record<string, { description: string }>;
  runs: { using: string; main: string };
}

const action = parse(read('action.yml')) as Action;

/** Rows of the README's table under a heading: first cell, without its backticks. */
function documented(heading: string): string[] {
  const section =
    read('README.md')
      .split(/^#+ /m)
      .find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name ?? '');
}

describe('action.yml', () => {
  it('has the inputs that the code knows, in the same order and words, and no default for what the config may set', () => {
    expect(Object.keys(action.inputs)).toEqual(inputs.map(({ name }) => name));
    for (const { name, description, inConfig } of inputs) {
      expect(action.inputs[name]?.description).toBe(description);
      if (inConfig) expect(action.inputs[name]?.default).toBeUndefined();
    }
    expect(Object.keys(action.inputs)).toEqual(Object.keys(action.inputs).toSorted());
  });

  it('has the outputs that the code writes', () => {
    const written = Object.keys(outputsOf(judged(factsWith()), []));
    const artifacts = ['report', 'database'].flatMap((kind) => [
      `${kind}-artifact-id`,
      `${kind}-artifact-url`,
    ]);
    expect(Object.keys(action.outputs)).toEqual([...written, ...artifacts, 'comment-url'].toSorted());
  });

  it('runs the bundle on Node 24', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
  });

  it('is documented in the README, input by input and output by output', () => {
    expect(documented('Inputs')).toEqual(Object.keys(action.inputs));
    expect(documented('Outputs')).toEqual(Object.keys(action.outputs));
  });
});

describe('versions', () => {
  it('agree in the code and in package.json', () => {
    expect((JSON.parse(read('package.json')) as { version: string }).version).toBe(VERSION);
  });
});
