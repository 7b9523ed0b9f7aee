import type { SampleRow } from '../../facts/samples.ts';

/** A row in one line: `id = 7 (name: 'Ada' → NULL)`. Values are the user's: escape it like any other text. */
export function sampleText({ key, values = [] }: SampleRow): string {
  const name = key.map(({ column, value }) => `${column} = ${value}`).join(', ');
  const shown = values.map(({ column, before, after }) => {
    const sides = [before, after].filter((side) => side !== undefined);
    return `${column}: ${sides.join(' → ')}`;
  });
  if (shown.length === 0) return name;
  return name === '' ? shown.join('; ') : `${name} (${shown.join('; ')})`;
}
