import { meaningfulTokens, nameOf, type Token } from '../sql/tokens.ts';

/** The parts of one INSERT, UPDATE or DELETE as they stand in its text; what it does not have is absent. */
export interface DataParts {
  verb: 'insert' | 'update' | 'delete';
  /** WITH and its tables, in front of all. */
  lead: string;
  table: string;
  /** The table as it is named there, with its schema and alias. */
  target: string;
  /** Of INSERT: the columns that are listed. */
  columns?: string[];
  /** Of INSERT: the SELECT or VALUES that gives the rows. */
  source?: string;
  /** Of UPDATE: what each column is set to. */
  sets?: { column: string; value: string }[];
  from?: string;
  where?: string;
}

/** Longer ones are dumps: nobody reads what is made of them. */
const MOST_TEXT = 20_000;

/** `undefined` for any other statement, and for one in which these parts cannot be told apart. */
export function dataPartsOf(sql: string): DataParts | undefined {
  if (sql.length > MOST_TEXT) return undefined;
  const clauses = new Clauses(sql);
  const verbAt = clauses.find(['INSERT', 'REPLACE', 'UPDATE', 'DELETE'], 0);
  if (verbAt === -1 || (verbAt > 0 && clauses.word(0) !== 'WITH')) return undefined;
  const lead = clauses.text(0, verbAt);
  switch (clauses.word(verbAt)) {
    case 'UPDATE':
      return updateParts(clauses, verbAt, lead);
    case 'DELETE':
      return deleteParts(clauses, verbAt, lead);
    default:
      return insertParts(clauses, verbAt, lead);
  }
}

function updateParts(clauses: Clauses, verbAt: number, lead: string): DataParts | undefined {
  const start = clauses.word(verbAt + 1) === 'OR' ? verbAt + 3 : verbAt + 1;
  const setAt = clauses.find(['SET'], start);
  const table = clauses.name(start);
  if (setAt === -1 || table === undefined) return undefined;
  const fromAt = clauses.find(['FROM'], setAt, 'DISTINCT');
  const whereAt = clauses.find(['WHERE'], setAt);
  const end = clauses.endFrom(setAt);
  const setEnd = [fromAt, whereAt].find((at) => at !== -1) ?? end;
  const sets = clauses.items(setAt + 1, setEnd).map(([from, to]) => clauses.assignment(from, to));
  if (sets.some((set) => set === undefined)) return undefined;
  return {
    verb: 'update',
    lead,
    table,
    target: clauses.text(start, setAt).replace(/\s+(not\s+indexed|indexed\s+by\s+\S+)\s*$/i, ''),
    sets: sets.flatMap((set) => set ?? []),
    ...(fromAt !== -1 && { from: clauses.text(fromAt + 1, whereAt === -1 ? end : whereAt) }),
    ...(whereAt !== -1 && { where: clauses.text(whereAt + 1, end) }),
  };
}

function deleteParts(clauses: Clauses, verbAt: number, lead: string): DataParts | undefined {
  const table = clauses.name(verbAt + 2);
  if (clauses.word(verbAt + 1) !== 'FROM' || table === undefined) return undefined;
  const end = clauses.endFrom(verbAt);
  const whereAt = clauses.find(['WHERE'], verbAt);
  return {
    verb: 'delete',
    lead,
    table,
    target: clauses.text(verbAt + 2, whereAt === -1 ? end : whereAt),
    ...(whereAt !== -1 && { where: clauses.text(whereAt + 1, end) }),
  };
}

function insertParts(clauses: Clauses, verbAt: number, lead: string): DataParts | undefined {
  const intoAt = clauses.find(['INTO'], verbAt);
  const table = intoAt === -1 ? undefined : clauses.name(intoAt + 1);
  if (table === undefined) return undefined;
  const sourceAt = clauses.find(['SELECT', 'VALUES', 'WITH'], intoAt + 1);
  if (sourceAt === -1) return undefined;
  const open = clauses.findText('(', intoAt + 1, sourceAt);
  const columns = open === -1 ? undefined : clauses.namesIn(open);
  return {
    verb: 'insert',
    lead,
    table,
    target: clauses.text(intoAt + 1, open === -1 ? sourceAt : open),
    ...(columns && { columns }),
    source: clauses.text(sourceAt, clauses.endFrom(sourceAt)),
  };
}

/** A cursor over the words of a statement that stand in no parentheses. */
class Clauses {
  readonly #sql: string;
  readonly #tokens: readonly Token[];
  readonly #depths: readonly number[];

  constructor(sql: string) {
    this.#sql = sql;
    this.#tokens = meaningfulTokens(sql);
    let depth = 0;
    this.#depths = this.#tokens.map(({ start }) => {
      if (sql[start] === ')') depth -= 1;
      const own = depth;
      if (sql[start] === '(') depth += 1;
      return own;
    });
  }

  /** Upper case; empty for what is quoted. */
  word(at: number): string {
    const token = this.#tokens[at];
    return token === undefined || token.kind === 'quoted' || token.kind === 'string'
      ? ''
      : this.#sql.slice(token.start, token.end).toUpperCase();
  }

  /** The first of these words from `from` on that stands in no parentheses, and not behind the word `not`. */
  find(words: readonly string[], from: number, not?: string): number {
    return this.#tokens.findIndex(
      (_, at) =>
        at >= from &&
        this.#depths[at] === 0 &&
        words.includes(this.word(at)) &&
        (not === undefined || this.word(at - 1) !== not),
    );
  }

  findText(text: string, from: number, to: number): number {
    const at = this.#tokens.findIndex((_, index) => index >= from && this.word(index) === text);
    return at < to ? at : -1;
  }

  /** Where ON CONFLICT, RETURNING or the statement itself ends what begins at `from`. */
  endFrom(from: number): number {
    const at = this.#tokens.findIndex(
      (token, index) =>
        index > from &&
        this.#depths[index] === 0 &&
        (token.kind === 'semicolon' ||
          this.word(index) === 'RETURNING' ||
          (this.word(index) === 'ON' && this.word(index + 1) === 'CONFLICT')),
    );
    return at === -1 ? this.#tokens.length : at;
  }

  text(from: number, to: number): string {
    const [first, last] = [this.#tokens[from], this.#tokens[to - 1]];
    return first === undefined || last === undefined || to <= from
      ? ''
      : this.#sql.slice(first.start, last.end);
  }

  /** A name with an optional schema in front, which is dropped. */
  name(at: number): string | undefined {
    const own = this.word(at + 1) === '.' ? this.#tokens[at + 2] : this.#tokens[at];
    const isName = own?.kind === 'word' || own?.kind === 'quoted';
    return isName ? nameOf(this.#sql, own) : undefined;
  }

  /** From and to of each part between commas that no parentheses enclose. */
  items(from: number, to: number): [number, number][] {
    const items: [number, number][] = [];
    const depth = this.#depths[from] ?? 0;
    let start = from;
    for (let at = from; at <= to; at += 1) {
      const ends = at === to || (this.#depths[at] === depth && this.word(at) === ',');
      if (!ends) continue;
      items.push([start, at]);
      start = at + 1;
    }
    return items;
  }

  /** `column = value`; `undefined` for several columns at once. */
  assignment(from: number, to: number): { column: string; value: string } | undefined {
    const column = this.word(from) === '(' ? undefined : this.name(from);
    if (column === undefined || this.word(from + 1) !== '=') return undefined;
    return { column, value: this.text(from + 2, to) };
  }

  /** The names in the parentheses that open at `open`. */
  namesIn(open: number): string[] {
    const close = this.#tokens.findIndex((_, at) => at > open && this.#depths[at] === this.#depths[open]);
    return this.items(open + 1, close).flatMap(([at]) => this.name(at) ?? []);
  }
}
