import { foldName } from './quote.ts';

/**
 * Items of a list by a name of theirs, in any case of letters, in the order of the list. It is gone through once, at the
 * first question: searched for each of ten thousand tables, it would take ten thousand times as long.
 */
export function byName<Item extends object>(nameOf: (item: Item) => string) {
  const grouped = once((items: readonly Item[]) => Map.groupBy(items, (item) => foldName(nameOf(item))));
  return (items: readonly Item[] | undefined, name: string): readonly Item[] =>
    items === undefined ? [] : (grouped(items).get(foldName(name)) ?? []);
}

/** What `make` gives for an object, made once: facts do not change while they are judged. */
export function once<Subject extends object, Result>(make: (subject: Subject) => Result) {
  const known = new WeakMap<Subject, { result: Result }>();
  return (subject: Subject): Result => {
    const entry = known.get(subject) ?? { result: make(subject) };
    known.set(subject, entry);
    return entry.result;
  };
}
