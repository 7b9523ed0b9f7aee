import type { Declaration, Declarations } from '../../facts/settings.ts';

/** Whoever declares more has it all in report.json. */
const MOST_SHOWN = 10;
/** Of one of them. */
const MOST_LENGTH = 200;

export interface ShownDeclarations {
  shown: { text: string; source: Declaration['source']; mark: string }[];
  others: number;
  /** Why nothing is marked; empty where that is known. */
  unknown: string;
}

/** What the config and comments in SQL declare, what is new first, and cut where nobody would read on. */
export function shownDeclarations({ items, change }: Declarations): ShownDeclarations {
  const ordered = items.toSorted((a, b) => Number(b.isNew ?? false) - Number(a.isNew ?? false));
  const kind = change?.kind ?? '';
  const shown = ordered.slice(0, MOST_SHOWN).map(({ text, source, isNew, kind: what }) => ({
    text: text.length > MOST_LENGTH ? `${text.slice(0, MOST_LENGTH - 1)}…` : text,
    source,
    mark: what === 'withdrawn' ? `no longer, since this ${kind}` : isNew ? `new in this ${kind}` : '',
  }));
  const unknown = change?.isUnknown
    ? `what of it is new in this ${kind} is not known: the checkout lacks the commit before it (actions/checkout with fetch-depth: 2)`
    : '';
  return { shown, others: items.length - shown.length, unknown };
}
