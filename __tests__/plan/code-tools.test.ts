import { expect, it } from '@jest/globals';
import { codeTools } from '../../src/plan/code-tools.ts';
import { layouts } from '../../src/plan/layouts/index.ts';

it('no tool is both a layout and a code tool: who becomes a layout leaves the list', () => {
  const named = new Set(layouts.flatMap(({ name, tool }) => [name, tool.toLowerCase()]));
  expect(codeTools.filter(({ name }) => named.has(name.toLowerCase())).map(({ name }) => name)).toEqual([]);
});
