import type { Mistake } from '../../facts/database.ts';
import type { ReferenceCheck } from '../../facts/settings.ts';
import { type Config, placeOf } from '../config/config.ts';
import { short } from '../told.ts';

type Reference = Omit<ReferenceCheck, 'source'>;

/** Without blanks of other scripts: they stand around a name, and no sign may be read in two ways. */
const NAME = String.raw`(?:"(?:[^"]|"")+"|(?:(?!\s)[\w$\u0080-\uffff])+)`;
const SIDE = new RegExp(
  String.raw`^(?<table>${NAME})\s*(?:\.\s*(?<column>${NAME})|\(\s*(?<columns>${NAME}(?:\s*,\s*${NAME})*)\s*\))$`,
);
const FORM =
  'Write child.column -> parent.column, or child(a, b) -> parent(x, y); odd names in double quotes.';

/** Reads `child.column -> parent.column`, or `child(a, b) -> parent(x, y)`; else all that is wrong with it. */
export function parseReference(text: string): Reference | string[] {
  const sides = splitAtArrows(text).map((side) => side.trim());
  const [left = '', right = ''] = sides;
  if (sides.length !== 2) return [`${short(text.trim())} must have one ->`];
  const [child, parent] = [sideOf(left), sideOf(right)];
  if (child === undefined || parent === undefined) {
    const wrong = [...(child === undefined ? [left] : []), ...(parent === undefined ? [right] : [])];
    return wrong.map((side) => `${side === '' ? 'nothing' : short(side)} is no table with its columns`);
  }
  if (child.columns.length !== parent.columns.length) {
    return [
      `${short(left)} has ${child.columns.length} columns, and ${short(right)} has ${parent.columns.length}`,
    ];
  }
  return {
    table: child.table,
    columns: child.columns,
    parent: parent.table,
    parentColumns: parent.columns,
  };
}

/** At each -> that stands in no quoted name. */
function splitAtArrows(text: string): string[] {
  const sides: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    if (isQuoted || text[at] !== '-' || text[at + 1] !== '>') continue;
    sides.push(text.slice(start, at));
    start = at + 2;
  }
  return [...sides, text.slice(start)];
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
export function* referenceMistakes(config: Config): Generator<Mistake> {
  const { references } = (config.values.checks ?? {}) as { references?: unknown };
  if (!Array.isArray(references)) return;
  for (const [at, text] of references.entries()) {
    const parsed = typeof text === 'string' && text !== '' ? parseReference(text) : undefined;
    if (!Array.isArray(parsed)) continue;
    const key = `checks.references.${at}`;
    const place = placeOf(config, ['checks', 'references', at]);
    for (const problem of parsed) yield { key, message: `${key}: ${problem}.`, remedy: FORM, ...place };
  }
}
