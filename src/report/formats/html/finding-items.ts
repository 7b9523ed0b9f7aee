import type { Finding, Severity } from '../../../facts/finding.ts';
import type { PreflightRecord } from '../../../facts/record.ts';
import { counted } from '../../../text/numbers.ts';
import { allowance } from '../../shared/allowance-text.ts';
import { codeFrame } from '../../shared/code-frame.ts';
import { type FindingGroup, findingsByRule, groupFindings, inDatabases } from '../../shared/groups.ts';
import { sampleText } from '../../shared/sample-lines.ts';
import { placeText } from '../../shared/units.ts';
import { copyable, el, type Html } from './element.ts';
import type { Paged } from './paged.ts';
import { sqlText } from './sql-text.ts';

const WORDS: Record<Severity, string> = { error: 'Error', warning: 'Warning', notice: 'Notice' };

/** Findings by rule, the most severe first; of each an item of the list, its detail folded but for the first of a rule. */
export function findingItems(record: PreflightRecord): Html[] {
  const several = record.databases.length > 1;
  const groups = several
    ? groupFindings(record.findings)
    : record.findings.map((finding) => ({ finding, databases: [] }));
  return findingsByRule(groups).flatMap(({ findings }) =>
    findings.map((group, at) => item(group, record, at === 0 ? findings.length : 0)),
  );
}

/** `rank`: how many there are of the rule, for the first of them; 0 for the others. */
function item({ finding, databases }: FindingGroup, record: PreflightRecord, rank: number): Html {
  const { rule, severity, title, message, table = '', location, database } = finding;
  const why = record.rules.find(({ id }) => id === rule)?.why;
  const many = rank > 1 ? el('span', { class: 'count' }, counted(rank, 'finding')) : undefined;
  const place = location === undefined ? undefined : el('code', { class: 'place' }, placeText(location));
  return el(
    'li',
    {
      class: `finding ${severity}`,
      'data-severity': severity,
      'data-table': table,
      'data-file': location?.file ?? '',
      'data-database': databases.length > 0 ? databases.join('\n') : database,
    },
    rank === 0
      ? undefined
      : el(
          'h3',
          {},
          el('span', { class: 'badge' }, WORDS[severity]),
          ' ',
          title,
          ' ',
          el('code', {}, rule),
          many,
        ),
    rank === 0 || why === undefined ? undefined : el('p', { class: 'why' }, why),
    el('p', { class: 'message' }, message, ' ', place),
    databases.length === 0 ? undefined : el('p', {}, inDatabases(databases)),
    details(finding, record, rank > 0),
  );
}

function details(finding: Finding, record: PreflightRecord, isOpen: boolean): Html[] {
  const { remedy, query, samples = [], allowed } = finding;
  const allow = allowance(finding, record.rules);
  const lines = codeFrame(finding, record.excerpts).map(({ number, text, isMarked }) =>
    el(
      'span',
      { class: isMarked ? 'line marked' : 'line' },
      el('span', { class: 'number' }, `${isMarked ? '>' : ' '} ${number}`),
      ' ',
      ...sqlText(text),
    ),
  );
  const frame =
    lines.length === 0
      ? []
      : [el('pre', { class: 'frame', tabindex: 0, 'aria-label': 'The statement' }, el('code', {}, ...lines))];
  const advice =
    allowed === undefined
      ? el('p', { class: 'fix' }, el('strong', {}, 'Fix: '), remedy)
      : el('p', { class: 'fix' }, el('strong', {}, 'Allowed: '), allowed);
  const rows =
    samples.length === 0
      ? []
      : [el('ul', {}, ...samples.map((row) => el('li', {}, el('code', {}, sampleText(row)))))];
  const folds = [
    ...(query === undefined ? [] : [fold('SELECT that lists the rows', query)]),
    ...(allow === undefined ? [] : [fold('To allow it', allow)]),
  ];
  return isOpen || frame.length === 0
    ? [...frame, advice, ...rows, ...folds]
    : [el('details', {}, el('summary', {}, 'Statement and fix'), ...frame, advice, ...rows, ...folds)];
}

function fold(title: string, sql: string): Html {
  return el('details', {}, el('summary', {}, title), copyable(sql, title, sqlText(sql)));
}

/** What the list of findings can be narrowed to. */
export function filters({ findings, databases }: PreflightRecord): Html {
  const values = (of: (finding: Finding) => string | undefined) =>
    [...new Set(findings.map(of))].filter((value) => value !== undefined && value !== '').sort();
  const choice = (name: string, label: string, options: readonly (string | undefined)[]) =>
    options.length < 2
      ? undefined
      : el(
          'label',
          {},
          label,
          ' ',
          el(
            'select',
            { 'data-filter': name },
            el('option', { value: '' }, 'all'),
            ...options.map((value) => el('option', { value }, value)),
          ),
        );
  return el(
    'form',
    { class: 'filters', role: 'search', 'aria-label': 'Filter the findings' },
    choice(
      'severity',
      'Severity',
      values(({ severity }) => severity),
    ),
    choice(
      'table',
      'Table',
      values(({ table }) => table),
    ),
    choice(
      'file',
      'File',
      values(({ location }) => location?.file),
    ),
    choice('database', 'Database', databases.length < 2 ? [] : databases.map(({ facts }) => facts.path)),
    el('label', {}, 'Text ', el('input', { type: 'search', 'data-filter': 'text' })),
    el('output', { class: 'found', 'aria-live': 'polite' }),
  );
}

export function findingList(record: PreflightRecord): Paged {
  return { id: 'finding-list', items: findingItems(record), first: 30 };
}
