import type { DatabaseRecord, PreflightRecord } from '../../../facts/record.ts';
import { counted, whole } from '../../../text/numbers.ts';
import { shownDeclarations } from '../../shared/declared-items.ts';
import { verdictCounts } from '../../shared/groups.ts';
import { icons } from '../../shared/icons.ts';
import { age, placeText, size, total } from '../../shared/units.ts';
import { el, type Html } from './element.ts';

/** A part of the page that can be gone to. */
export interface Link {
  id: string;
  title: string;
}

/** The verdict as a sentence, or as numbers of several databases. */
export function titleOf({ databases, verdict }: PreflightRecord): string {
  const [only] = databases;
  return databases.length === 1 && only !== undefined
    ? only.headline
    : `${verdict}: ${verdictCounts(databases)} of ${counted(databases.length, 'database')}`;
}

/** The verdict and what it is about; it stays in sight. */
export function head(record: PreflightRecord, links: readonly Link[]): Html {
  const { verdict, databases, declared } = record;
  const [only] = databases;
  const about = databases.length === 1 && only !== undefined ? aboutLine(only, record) : [];
  return el(
    'header',
    { class: verdict },
    el('h1', {}, `${icons[verdict]} `, titleOf(record)),
    about.length === 0 ? undefined : el('p', {}, about.join(' · ')),
    declared === undefined ? undefined : declaredLine(declared),
    navigation(links),
  );
}

/** What was rehearsed on what. */
function aboutLine({ facts }: DatabaseRecord, { generatedAt, configFile }: PreflightRecord): string[] {
  const { path, snapshot, before, plan } = facts;
  return [
    path,
    ...(snapshot === undefined
      ? []
      : [`snapshot ${age(snapshot.modifiedAt, generatedAt)} old`, size(snapshot.databaseBytes)]),
    ...(before === undefined
      ? []
      : [
          `${counted(before.tables.length, 'table')}, ${counted(
            total(before.tables, ({ rows }) => rows),
            'row',
          )}`,
        ]),
    ...(plan === undefined
      ? []
      : [
          `${plan.layout}: ${whole(plan.applied)} applied, ${whole(plan.pending.length)} pending, profile ${plan.profile.name}`,
        ]),
    ...(configFile === undefined ? [] : [`config ${configFile}`]),
  ].filter((part) => part !== '');
}

function declaredLine(declared: NonNullable<PreflightRecord['declared']>): Html {
  const { shown, others, unknown } = shownDeclarations(declared);
  const items = shown.map(({ text, source, mark }) =>
    el(
      'li',
      {},
      el('code', {}, text),
      source.file === '' ? '' : ` (${placeText(source)})`,
      mark === '' ? '' : ` ${mark}`,
    ),
  );
  return el(
    'details',
    { class: 'declared' },
    el(
      'summary',
      {},
      `Declared: ${counted(declared.items.length, 'thing')} that this check does not look at, or judges otherwise`,
    ),
    el('ul', {}, ...items, others === 0 ? undefined : el('li', {}, `and ${whole(others)} more`)),
    unknown === '' ? undefined : el('p', {}, unknown),
  );
}

function navigation(links: readonly Link[]): Html | undefined {
  if (links.length === 0) return undefined;
  return el(
    'nav',
    { 'aria-label': 'Sections' },
    ...links.map(({ id, title }) => el('a', { href: `#${id}` }, title)),
  );
}
