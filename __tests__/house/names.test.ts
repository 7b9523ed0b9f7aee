import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** Folders with one file for each thing, however many there are. */
const REGISTRIES = ['judge/rules', 'plan/layouts', 'report/formats', 'commands'];

it('no two files of src have one name, but for the index of a registry', () => {
  const byName = Map.groupBy(files, (file) => basename(file));
  byName.delete('index.ts');
  expect([...byName.values()].filter((own) => own.length > 1)).toEqual([]);
});

it('no folder of src has more than 15 files side by side, but for the registries', () => {
  const byFolder = Map.groupBy(files, (file) => dirname(file).replaceAll('\\', '/'));
  for (const registry of REGISTRIES) byFolder.delete(registry);
  const crowded = [...byFolder].filter(([, own]) => own.length > 15);
  expect(crowded.map(([folder, own]) => `${folder}: ${own.length}`)).toEqual([]);
});
