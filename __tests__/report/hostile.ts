import type { PreflightRecord } from '../../src/facts/record.ts';
import { blockedRecord, changes, databaseFacts, databaseRecord, health } from '../support/record.ts';

/** Names that try to be markup, a link, a mention, a command or a control sequence. */
export const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '</summary></details><h1>x</h1><!--',
  '&lt;b&gt;&#60;i&#62;',
  '[click](https://evil.example) ![x](//evil.example/x.png) [^1] [a]: x',
  '@octocat and octo/repo#1, #12, GH-12',
  'https://evil.example www.evil.example mailto:a@evil.example _www.evil.example <https://evil.example>',
  '`code` ``` ```` `',
  '`',
  'a\\',
  'a | b \\| c \\\\| d ||',
  '| --- | --- |',
  '---',
  ':---',
  '===',
  '# one',
  '- [x] one',
  '1. one',
  '2) two',
  '> one',
  '**bold** *it* __bold__ _it_ ~~no~~ ***',
  '$x$ $`x`$',
  ':white_check_mark: :+1: :x:',
  '::error::one\n##[error]two\r\n# three\n\n```\n```js',
  '\u001b[31mred\u0000\u0007\u009b1m',
  '\u202eabc\u2066\u200b\u200f\u2028\u2029\u00ad',
  '    code',
  '\ud800 \udc00',
];

/** Keys whose texts are words of ours: with others it would be no record any more. */
const OURS = new Set(
  'verdict basis generatedAt rule severity kind about change proof outcome status verb level transaction sha256 journalMode result during suffix cause check task samples'.split(
    ' ',
  ),
);

/** `name` for every table, column, object, file, phase, title and message of a blocked run. */
export function hostileRecord(name: string): PreflightRecord {
  const record = blockedRecord();
  const spoilt = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return OURS.has(key) ? value : name;
    if (Array.isArray(value)) return value.map((item) => spoilt(item, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([inner, item]) => [inner, spoilt(item, inner)]));
  };
  const renames = [{ kind: 'table' as const, table: 'goals', from: 'aims', to: 'goals' }];
  const facts = databaseFacts({
    ...record.databases[0]?.facts,
    changes: {
      ...changes(),
      renames,
      unchecked: [{ check: 'content', table: 'x', missing: 'no such function: f' }],
    },
    before: health({
      integrity: { result: 'damaged', messages: ['a message'] },
      orphans: [{ table: 'a', columns: ['b'], parent: 'c', parentColumns: ['d'], rows: 2 }],
      mismatches: [
        { table: 'a', columns: ['b'], parent: 'c', parentColumns: ['d'], rows: 2, cause: 'no-parent-table' },
      ],
      queries: [{ id: 'q', sql: 'SELECT 1', rows: 2 }],
      statements: {
        total: 1,
        failed: [{ file: 'app.sql', line: 1, offset: 0, message: 'no such table: u' }],
      },
      unchecked: [{ check: 'rows', table: 'a', missing: 'no such module: m' }],
    }),
    incidents: [{ task: 'compare', kind: 'crash', detail: 'exit code 1' }],
  });
  const database = databaseRecord({ ...record.databases[0], facts });
  const samples = [
    { key: [{ column: 'a', value: '1' }], values: [{ column: 'b', before: "'x'", after: 'NULL' }] },
  ];
  const findings = record.findings.map((finding) => ({ ...finding, samples }));
  const declared = {
    change: { kind: 'pull request' },
    items: [{ kind: 'allowance', text: 'allow', source: { file: 'm.sql', line: 1 }, isNew: true }],
  };
  const all = { ...record, configFile: 'c.yml', declared, databases: [database], findings };
  return spoilt(all, '') as PreflightRecord;
}
