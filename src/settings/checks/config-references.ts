import type { Mistake } from '../../facts/database.ts';
import type { ReferenceCheck } from '../../facts/settings.ts';
import { type Config, placeOf } from '../config/config.ts';

type Reference = Omit<ReferenceCheck, 'source'>;

const NAME = String.raw`(?:"(?:[^"]|"")+"|[\w$\u0080-\uffff]+)`;
const SIDE = new RegExp(
  String.raw`^(?<table>${NAME})\s*(?:\.\s*(?<column>${NAME})|\(\s*(?<columns>${NAME}(?:\s*,\s*${NAME})*)\s*\))$`,
);
/** Not one in a quoted name. */
const ARROW = /->(?=(?:[^"]*"[^"]*")*[^"]*$)/;
const FORM =
  'Write child.column -> parent.column, or child(a, b) -> parent(x, y); odd names in double quotes.';

/** Reads `child.column -> parent.column`, or `child(a, b) -> parent(x, y)`; else all that is wrong with it. */
export function parseReference(text: string): Reference | string[] {
  const sides = text.split(ARROW).map((side) => side.trim());
  const [left = '', right = ''] = sides;
  if (sides.length !== 2) return [`${text.trim()} must have one ->`];
  const [child, parent] = [sideOf(left), sideOf(right)];
  if (child === undefined || parent === undefined) {
    const wrong = [...(child === undefined ? [left] : []), ...(parent === undefined ? [right] : [])];
    return wrong.map((side) => `${side === '' ? 'nothing' : side} is no table with its columns`);
  }
  if (child.columns.length !== parent.columns.length) {
    return [`${left} has ${child.columns.length} columns, and ${right} has ${parent.columns.length}`];
  }
  return {
    table: child.table,
    columns: child.columns,
    parent: parent.table,
    parentColumns: parent.columns,
  };
}

function sideOf(text: string): { table: string; columns: string[] } | undefined {
  const { table, column, columns = column } = SIDE.exec(text)?.groups ?? {};
  if (table === undefined || columns === undefined) return undefined;
  const names = columns.match(new RegExp(NAME, 'g')) ?? [];
  return { table: unquoted(table), columns: names.map(unquoted) };
}

function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}

/** What is wrong with the texts of `checks.references`, each with its place. */
export function referenceMistakes(config: Config): Mistake[] {
  const { references } = (config.values.checks ?? {}) as { references?: unknown };
  if (!Array.isArray(references)) return [];
  return references.flatMap((text: unknown, at): Mistake[] => {
    const parsed = typeof text === 'string' && text !== '' ? parseReference(text) : undefined;
    const key = `checks.references.${at}`;
    const place = placeOf(config, ['checks', 'references', at]);
    return Array.isArray(parsed)
      ? parsed.map((problem) => ({ key, message: `${key}: ${problem}.`, remedy: FORM, ...place }))
      : [];
  });
}
