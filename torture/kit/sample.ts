import { randomFrom } from '../../__tests__/support/random.ts';

/** So many of the items, in their order, chosen by the seed; all of them where there are no more. */
export function sample<Item>(items: readonly Item[], count: number, seed: number): Item[] {
  const random = randomFrom(seed);
  const places = items.map((_, at) => ({ at, rank: random.below(2 ** 30) }));
  const chosen = places.toSorted((left, right) => left.rank - right.rank).slice(0, count);
  return chosen.toSorted((left, right) => left.at - right.at).map(({ at }) => items[at] as Item);
}
