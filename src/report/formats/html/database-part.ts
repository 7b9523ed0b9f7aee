import type { DatabaseRecord, PreflightRecord } from '../../../facts/record.ts';
import { counted, whole } from '../../../text/numbers.ts';
import { worstDatabases } from '../../shared/groups.ts';
import { icons, resultIcons } from '../../shared/icons.ts';
import { resultsOf } from '../../shared/results.ts';
import { size } from '../../shared/units.ts';
import { verificationQueries } from '../../shared/verification-queries.ts';
import { schemaList, schemaNote } from './definitions.ts';
import { diagram } from './diagram.ts';
import { type Child, el, Html, table, textOf } from './element.ts';
import { health } from './health-sides.ts';
import type { Link } from './page-head.ts';
import { type Paged, pagedList } from './paged.ts';
import { criteria, runbook, verification, whatIf } from './rehearsed-parts.ts';
import { statements } from './statement-bars.ts';
import { tableList } from './table-bars.ts';

const PARTS = [
  ['data', 'Data'],
  ['schema', 'Schema'],
  ['health', 'Health'],
  ['statements', 'Statements'],
  ['what-if', 'What if'],
  ['runbook', 'Runbook'],
  ['criteria', 'Criteria'],
] as const;

interface DatabasePart {
  html: Html;
  lists: Paged[];
  links: Link[];
}

function strip({ facts }: DatabaseRecord): Html | undefined {
  const results = resultsOf(facts);
  if (results.length === 0) return undefined;
  const items = results.map(({ title, state, text }) =>
    el('li', { class: state }, el('b', {}, title), `${resultIcons[state]} ${text}`),
  );
  return el('ul', { class: 'strip', 'aria-label': 'Results' }, ...items);
}

/** Of several databases a line each; of one its results. */
export function overview(record: PreflightRecord): Html[] {
  const { databases } = record;
  if (databases.length === 1) return databases.flatMap((database) => strip(database) ?? []);
  const { shown, others } = worstDatabases(record);
  const rows = [...shown, ...others]
    .slice(0, 200)
    .map(({ verdict, facts, headline }) => [
      el('code', {}, facts.path),
      `${icons[verdict]} ${verdict}`,
      headline,
      facts.snapshot === undefined ? '' : size(facts.snapshot.databaseBytes),
    ]);
  const rest = databases.length - rows.length;
  return [
    el('h2', {}, counted(databases.length, 'database')),
    table(['database', 'verdict', 'what it means', 'size:'], rows),
    ...(rest > 0 ? [el('p', {}, `And ${whole(rest)} more: report.json has them all.`)] : []),
  ];
}

/** All that was measured of one database. */
export function databasePart(database: DatabaseRecord, at: number, several: boolean): DatabasePart {
  const { facts } = database;
  const tables = tableList(facts, `tables-${at}`);
  const schema = schemaList(facts, `schema-${at}`);
  const content: Record<(typeof PARTS)[number][0], Child[]> = {
    data: tables.items.length === 0 ? [] : [pagedList(tables)],
    schema:
      facts.after === undefined ? [] : [el('p', {}, schemaNote(schema)), diagram(facts), pagedList(schema)],
    health: health(facts),
    statements: statements(facts),
    'what-if': whatIf(database),
    runbook: [...runbook(database), ...verification(verificationQueries(facts))],
    criteria: criteria(database),
  };
  const level = several ? 'h3' : 'h2';
  const measured = PARTS.filter(([id]) => content[id].length > 0);
  const sections = measured.map(([id, title]) =>
    el('section', { id: `${id}-${at}` }, el(level, {}, title), ...content[id]),
  );
  const page = several
    ? el(
        'details',
        { class: 'database' },
        el('summary', {}, `${icons[database.verdict]} `, el('code', {}, facts.path), ` ${database.headline}`),
        strip(database),
        ...sections,
      )
    : new Html(sections.map(textOf).join(''));
  const links = several ? [] : measured.map(([id, title]) => ({ id: `${id}-${at}`, title }));
  return { html: page, lists: [tables, schema], links };
}
