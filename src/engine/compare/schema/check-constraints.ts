import type { ObjectChange } from '../../../facts/changes.ts';
import { conjuncts, type Expression } from '../../../sql/expression/expression.ts';
import { implies, isRelaxed, type Reading } from '../../../sql/expression/implication.ts';
import { parseExpression } from '../../../sql/expression/parse.ts';
import { foldName, sameName } from '../../../sql/quote.ts';
import { meaningfulTokens, nameOf } from '../../../sql/tokens.ts';
import type { TablePair } from '../lineage/pairing.ts';
import type { Renamer } from '../lineage/renamer.ts';

interface Check {
  text: string;
  /** Absent where the text is not understood. */
  conditions?: readonly Expression[];
  /** Columns of its table that it names, under the names of *after*. */
  columns: string[];
}

/** More conditions than so many are compared as texts. */
const MOST_CONDITIONS = 500;

/**
 * The CHECKs of a table on both sides. A condition may move to another CHECK, and be written in another way; one that is
 * gone is told with what took its place, if anything did.
 */
export function diffChecks(pair: TablePair, rename: Renamer): ObjectChange[] {
  const before = pair.before.checks.map((text) => readCheck(text, pair, rename));
  const after = pair.after.checks.map((text) => readCheck(text, pair));
  const isSame = (left: Check, right: Check) => rename.sameText(left.text, right.text, pair);
  const conditions = after.flatMap((check) => check.conditions ?? []).slice(0, MOST_CONDITIONS);
  const reading = { sameName: rename.sameColumn(pair), nullPasses: true };
  const free = after.filter((check) => !before.some((other) => isSame(other, check)));
  const kept = (check: Check) =>
    after.some((other) => isSame(check, other)) || isKept(check, conditions, reading);
  const changes = before
    .filter((check) => !kept(check) && !wentWithColumns(check, pair))
    .map((check) => successorOf(check, free, { conditions, reading }));
  const taken = new Set(changes.map(({ successor }) => successor));
  const added = free.filter(
    (check) => !taken.has(check) && !before.some((other) => isPartOf(check, other, reading)),
  );
  return [
    ...changes.map(({ change }) => change),
    ...added.map(({ text, columns }) => describe(columns, { change: 'added', detail: `CHECK (${text})` })),
  ];
}

function isKept({ conditions = [] }: Check, given: readonly Expression[], reading: Reading): boolean {
  return (
    conditions.length > 0 && conditions.every((needed) => given.some((one) => implies(one, needed, reading)))
  );
}

/** It says no more than a former one did: nothing was added. */
function isPartOf(check: Check, former: Check, reading: Reading): boolean {
  const sameName = (left: string, right: string) => reading.sameName(right, left);
  return isKept(check, former.conditions ?? [], { ...reading, sameName });
}

/** All columns that it spoke of are gone: they are told of. */
function wentWithColumns({ columns }: Check, { after }: TablePair): boolean {
  const isGone = (column: string) => !after.columns.some(({ name }) => sameName(name, column));
  return columns.length > 0 && columns.every(isGone);
}

function successorOf(
  check: Check,
  free: readonly Check[],
  { conditions, reading }: { conditions: readonly Expression[]; reading: Reading },
): { change: ObjectChange; successor?: Check } {
  const { text, columns } = check;
  const related = free.filter((other) =>
    other.columns.some((name) => columns.some((own) => sameName(own, name))),
  );
  const [successor] = related.toSorted((a, b) => distance(check, a) - distance(check, b));
  if (successor === undefined)
    return { change: describe(columns, { change: 'removed', detail: `CHECK (${text})` }) };
  const still = (needed: Expression) =>
    conditions.some((one) => implies(one, needed, reading) || isRelaxed(needed, one, reading.sameName));
  const isWider = (check.conditions ?? []).length > 0 && check.conditions?.every(still);
  const detail = `CHECK (${text}) → CHECK (${successor.text})`;
  return {
    successor,
    change: { ...describe(columns, { change: 'changed', detail }), ...(isWider && { effect: 'relaxed' }) },
  };
}

/** How many columns only one of them names. */
function distance(left: Check, right: Check): number {
  const onlyIn = (one: Check, other: Check) =>
    one.columns.filter((name) => !other.columns.some((own) => sameName(own, name))).length;
  return onlyIn(left, right) + onlyIn(right, left);
}

function describe(columns: string[], change: Pick<ObjectChange, 'change' | 'detail'>): ObjectChange {
  return { kind: 'constraint', name: 'CHECK', ...(columns.length > 0 && { columns }), ...change };
}

function readCheck(text: string, { before, after }: TablePair, rename?: Renamer): Check {
  const owner = rename === undefined ? after : before;
  const names = new Set(
    meaningfulTokens(text)
      .filter(({ kind }) => kind === 'word' || kind === 'quoted')
      .map((token) => foldName(nameOf(text, token))),
  );
  const columns = owner.columns
    .filter(({ name }) => names.has(foldName(name)))
    .map(({ name }) => rename?.column(before.name, name) ?? name);
  const parsed = parseExpression(text);
  return { text, columns, ...(parsed && { conditions: conjuncts(parsed).map(withoutNull) }) };
}

const STRICT = new Set(['in', '<', '<=', '>', '>=', 'like', 'glob']);

/** `a IS NULL OR a > 0` is `a > 0` in a CHECK: what is neither true nor false passes. */
function withoutNull(condition: Expression): Expression {
  if (condition.op !== 'or') return condition;
  const rest = condition.of.filter(({ op, of }) => op !== 'is' || of[1]?.text !== 'null');
  const [only] = rest;
  if (only === undefined || rest.length !== 1 || condition.of.length !== 2) return condition;
  const [presence] = condition.of.filter((operand) => operand !== only);
  const subject = presence?.of[0];
  const isStrict = conjuncts(only).every(
    ({ op, of }) => STRICT.has(op) && of[0]?.op === 'name' && of[0].text === subject?.text,
  );
  return subject?.op === 'name' && isStrict ? only : condition;
}
