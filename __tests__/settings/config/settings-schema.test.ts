import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { profiles } from '../../../src/plan/profiles.ts';
import { knownKeys } from '../../../src/settings/config/settings-schema.ts';
import { nearest } from '../../../src/settings/did-you-mean.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { readerIn, said } from '../workspace.ts';

const { read, readConfig } = readerIn(scratchFolder());

/** Every profile, as a sentence lists them. */
const PROFILES = ['auto', ...profiles.map(({ name }) => name)].join(', ').replace(/, ([^,]*)$/, ' or $1');

/** What is said of a config, without its file. */
async function mistakesIn(config: string): Promise<string[]> {
  return (await readConfig(config)).mistakes.map((mistake) => said(mistake).replace('preflight.yml:', ''));
}

describe('the config refuses', () => {
  it.each([
    // Words
    ['orphans: ani', 'orphans is "ani"; it must be any or introduced. -> Did you mean any?'],
    ['orphans: Any', 'orphans is "Any"; it must be any or introduced. -> Did you mean any?'],
    ['orphans: none', 'it must be any or introduced. -> Write for example `orphans: introduced`.'],
    ['layout: flyway', 'layout is "flyway"; it must be auto, d1, drizzle, drizzle-1, prisma,'],
    [
      'layout: [plain]',
      '-> Write for example `layout: { name: plain, table: schema_history, column: filename }`.',
    ],
    ['orphans: introducd', '-> Did you mean introduced?'],
    [
      'rehearse: foo',
      'rehearse is "foo"; it must be auto, all, none, or a list of profiles, rerun, rollback or crash. -> Write for',
    ],
    ['rehearse: autp', '-> Did you mean auto?'],
    ['database: []', 'database is a list; it must name one file at least. -> Write for example `database: s'],
    // Switches
    ...[
      ...['yes', 'Yes', '1', '"1"', 'y'].map((word) => [word, 'on']),
      ...['no', 'NO', '0', '"0"', 'n'].map((word) => [word, 'off']),
    ].flatMap(([word, meant]) =>
      [`foreign-keys: ${word}`, `profile: { name: plain, foreign-keys: ${word} }`].map((config) => [
        config,
        `; it must be auto, on or off. -> Did you mean ${meant}?`,
      ]),
    ),
    [
      'foreign-keys: of',
      'foreign-keys is "of"; it must be auto, on or off. -> Write for example `foreign-keys: off`.',
    ],
    ['orphans: no', 'orphans is "no"; it must be any or introduced. -> Write for example'],
    ['profile: flyway', `profile is "flyway"; it must be ${PROFILES}, or {`],
    ['profile: transactions', '-> Did you mean transaction?'],
    ['profile: [plain]', 'profile is a list; it must be auto, d1,'],
    [
      'profile: { name: transactoin }',
      `profile.name is "transactoin"; it must be ${PROFILES}. -> Did you mean transaction?`,
    ],
    ['profile: { foreign-keys: on }', 'profile.name is missing; it must be'],
    ['profile: { name: plain, foreign-keys: 5 }', 'profile.foreign-keys is 5; it must be auto, on or off.'],
    // Text
    [
      'migrations: [a, b]',
      'migrations is a list; it must be text. -> Write for example `migrations: db/migrations`.',
    ],
    ['migrations: 2024', 'migrations is 2024; it must be text. -> Put it in quotes: "2024".'],
    ['migrations: ""', 'migrations is ""; it must not be empty.'],
    ['migrations: "a\\nb"', 'migrations is "a\\nb"; it must be one path.'],
    ['migrations: "a\\0b"', 'migrations is "a\\u0000b"; it must be one path.'],
    [
      'migrations:',
      'migrations has no value; it must be text. -> Write for example `migrations: db/migrations`, or remove the key.',
    ],
    // Checks and expectations
    [
      'checks: 5',
      'checks is 5; it must be a map with required, references, statements or queries. -> Write for example `checks: {',
    ],
    [
      'checks: { required: [a] }',
      'checks.required is a list; it must map tables to lists of columns. -> Write for example `required: { goals: [root_id] }`.',
    ],
    [
      'checks: { required: { a: b } }',
      'checks.required.a is "b"; it must be a list of names. -> Write for example `required: { goals: [root_id] }`.',
    ],
    [
      'checks: { required: { a: [true] } }',
      'checks.required.a.0 is true; it must be text. -> Put it in quotes: "true".',
    ],
    ['checks: { required: { a: [~] } }', 'checks.required.a.0 has no value; it must be text.'],
    [
      'checks: { references: a.b -> c.d }',
      'checks.references is "a.b -> c.d"; it must be a list of foreign keys, child.column -> parent.column. -> Write for example `references: ["sessions.goal_id -> goals.id"]`.',
    ],
    ['checks: { references: [5] }', 'checks.references.0 is 5; it must be text.'],
    [
      'checks: { statements: { a: b } }',
      'checks.statements is a map; it must be a folder, file or glob, or a list of them. -> Write for example `statements: app/queries/*.sql`.',
    ],
    ['checks: { statements: [""] }', 'checks.statements.0 is ""; it must not be empty.'],
    ['checks: { queries: SELECT 1 }', 'checks.queries is "SELECT 1"; it must be a list of queries.'],
    ['checks: { queries: [SELECT 1] }', 'checks.queries.0 is "SELECT 1"; it must be a map with id and sql.'],
    ['checks: { queries: [{ id: a }] }', 'checks.queries.0.sql is missing; it must be text.'],
    ['checks: { queries: [{ id: a, sql: "a\\0b" }] }', 'it must not hold a NUL character.'],
    ['checks: { queries: [{ id: "a\\nb", sql: SELECT 1 }] }', 'it must be one line.'],
    [
      'checks: { queries: [{ id: a, sql: SELECT 1, sqll: x }] }',
      'there is no setting checks.queries.0.sqll. -> Did you mean sql?',
    ],
    ['expect: []', 'expect is a list; it must be a map with tables, columns, indexes or rows.'],
    [
      'expect: { tables: a }',
      'expect.tables is "a"; it must be a list of names. -> Write for example `tables: [goals, sessions]`.',
    ],
    ['expect: { columns: { a: b } }', 'expect.columns.a is "b"; it must be a list of names.'],
    [
      'expect: { indexes: [a] }',
      'expect.indexes is a list; it must map names or patterns of indexes to true or a number.',
    ],
    [
      'expect: { indexes: { a: false } }',
      'expect.indexes.a is false; it must be true, a whole number, or a comparison such as ">= 26".',
    ],
    ['expect: { indexes: { a: 1.5 } }', 'expect.indexes.a is 1.5; it must be true, a whole number,'],
    ['expect: { indexes: { a: "=> 2" } }', 'expect.indexes.a is "=> 2"; it must be'],
    [
      'expect: { rows: { a: -1 } }',
      'expect.rows.a is -1; it must be unchanged, a whole number, or a comparison',
    ],
    [
      'expect: { rows: { a: unchangd } }',
      'expect.rows.a is "unchangd"; it must be unchanged, a whole number, or a comparison such as ">= 26". -> Write for example `rows: { goals: unchanged, audit_log: ">= 100" }`.',
    ],
    ['expect: { rows: { a: ">= 1.5" } }', 'expect.rows.a is ">= 1.5"; it must be'],
    ['expect: { rows: { a: { b: 1 } } }', 'expect.rows.a is a map; it must be'],
    // Allowances
    ['allow: { rule: rows-lost }', 'allow is a map; it must be a list of allowances.'],
    ['allow: [x]', 'allow.0 is "x"; it must be a map with rule, reason and what it is for.'],
    [
      'allow: [{ table: t, reason: r }]',
      'allow.0.rule is missing; it must be text. -> Write for example `rule: rows-lost`.',
    ],
    ['allow: [{ rule: rows-lost, table: t }]', 'allow.0.reason is missing; it must say why this is meant.'],
    [
      'allow: [{ rule: rows-lost, table: t, reason: "  " }]',
      'allow.0.reason is "  "; it must say why this is meant.',
    ],
    [
      'allow: [{ rule: rows-lost, table: t, reason: r, max: -1 }]',
      'allow.0.max is -1; it must be 0 or more.',
    ],
    [
      'allow: [{ rule: rows-lost, table: t, reason: r, max: 1.5 }]',
      'allow.0.max is 1.5; it must be a whole number.',
    ],
    [
      'allow: [{ rule: rows-lost, table: t, reason: r, migration: [1] }]',
      'allow.0.migration is a list; it must be the id or file of a migration.',
    ],
    ...['2027-02-29', '2027-13-01', '2027-00-10', '31.01.2027', '2027-1-31', '2027', 'soon'].map((date) => [
      `allow: [{ rule: rows-lost, table: t, reason: r, expires: ${date} }]`,
      'it must be a date that exists, such as 2027-01-31. -> Write for example `expires: 2027-01-31`.',
    ]),
    // Keys
    ['forein-keys: on', 'there is no setting forein-keys. -> Did you mean foreign-keys?'],
    [
      'failOn: error',
      'there is no setting failOn. -> Did you mean fail-on? That is an input only. Set it where',
    ],
    ['checks: { requierd: {} }', 'there is no setting checks.requierd. -> Did you mean required?'],
    [
      'allow: [{ rule: rows-lost, tabel: t, table: t, reason: r }]',
      'there is no setting allow.0.tabel. -> Did you mean table?',
    ],
    [
      'expect: { triggers: [a] }',
      'there is no setting expect.triggers. -> The keys of expect are tables, columns, indexes, rows.',
    ],
    [
      'profile: { name: plain, wal: on }',
      'there is no setting profile.wal. -> The keys of profile are name, foreign-keys, transaction.',
    ],
    [
      'required: { a: [b] }',
      'there is no setting required. -> Did you mean checks.required, that is required under checks?',
    ],
    [
      'tabels: [a]',
      'there is no setting tabels. -> Did you mean expect.tables, that is tables under expect?',
    ],
    [
      'checks: { orphans: any }',
      'there is no setting checks.orphans. -> Write orphans at the top level, without indentation.',
    ],
    [
      'working-directory: sub',
      'there is no setting working-directory. -> This is an input only. Set it where',
    ],
    ...['verdict: cleared', 'history: all'].map((line) => [
      line,
      `there is no setting ${line.split(':')[0]}. -> The keys of this file are`,
    ]),
  ] as [string, string][])('%s', async (config, expected) => {
    const mistakes = await mistakesIn(config);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toContain(expected);
    expect(mistakes[0]).toMatch(/^1 /);
  });

  it('more patterns than can be held against every index', async () => {
    const config = (count: number) =>
      `expect: { indexes: { ${Array.from({ length: count }, (_, at) => `"%${at}": 1`).join(', ')} } }`;
    expect(await mistakesIn(config(1000))).toEqual([]);
    expect(await mistakesIn(config(1001))).toEqual([
      expect.stringContaining('expect.indexes is a map; it must have 1,000 entries at most.'),
    ]);
  });

  it('a long value and a long key, without repeating them', async () => {
    const long = 'x'.repeat(5000);
    for (const mistake of await mistakesIn(`orphans: ${long}\n${long}: 1`))
      expect(mistake.length).toBeLessThan(700);
  });

  it('every wrong value of every key in words of its own', async () => {
    const scalars = ['~', '5', '-1', '1.5', '.nan', 'true', '""', '" "', 'x', '"a\\nb"', '"a\\0b"'];
    const lists = ['[]', ...scalars.map((scalar) => `[${scalar}]`), '[[]]', '[{}]'];
    const maps = ['{}', ...[...scalars, ...lists].map((value) => `{ a: ${value} }`)];
    const values = [...scalars, ...lists, ...maps];
    const around = { '': '{ @ }', allow: 'allow: [{ @ }]', 'checks.queries': 'checks: { queries: [{ @ }] }' };
    for (const [level, keys] of Object.entries(knownKeys)) {
      const frame = around[level as keyof typeof around] ?? `${level}: { @ }`;
      for (const value of values) {
        const config = frame.replace('@', keys.map((key) => `${key}: ${value}`).join(', '));
        for (const mistake of await mistakesIn(config)) {
          expect(mistake).not.toMatch(/; it (?!must )|invalid input|undefined/i);
        }
      }
    }
  });

  it('every misspelt key, at any level', async () => {
    const levels = Object.entries(knownKeys).flatMap(([level, keys]) =>
      keys.map((key) => [level, key] as const),
    );
    const frames: Record<string, (key: string) => string> = {
      '': (key) => `${key}: 1`,
      allow: (key) => `allow: [{ rule: rows-lost, table: t, reason: r, ${key}: 1 }]`,
      checks: (key) => `checks: { ${key}: 1 }`,
      'checks.queries': (key) => `checks: { queries: [{ id: a, sql: b, ${key}: 1 }] }`,
      expect: (key) => `expect: { ${key}: 1 }`,
      layout: (key) => `layout: { name: plain, ${key}: 1 }`,
      profile: (key) => `profile: { name: plain, ${key}: 1 }`,
    };
    const slip = fc.tuple(fc.constantFrom(...levels), fc.nat(), fc.constantFrom('add', 'drop', 'swap'));
    await fc.assert(
      fc.asyncProperty(slip, async ([[level, key], nth, kind]) => {
        const at = nth % (key.length - 1);
        const misspelt = {
          add: `${key.slice(0, at)}q${key.slice(at)}`,
          drop: key.slice(0, at) + key.slice(at + 1),
          swap: `${key.slice(0, at)}${key[at + 1]}${key[at]}${key.slice(at + 2)}`,
        }[kind as 'add' | 'drop' | 'swap'];
        // Nothing is guessed for words of two letters.
        fc.pre(!knownKeys[level]?.includes(misspelt) && /^[a-z].{2}/.test(misspelt));
        const mistakes = await mistakesIn(frames[level]?.(misspelt) ?? '');
        expect(mistakes).toHaveLength(1);
        const meant = nearest(misspelt, knownKeys[level] ?? []);
        expect(mistakes[0]).toContain(`there is no setting ${level === '' ? '' : level}`);
        expect(mistakes[0]).toContain(`Did you mean ${meant}?`);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the config takes', () => {
  it.each([
    ['on', true],
    ['On', true],
    ['ON', true],
    ['true', true],
    ['True', true],
    ['"on"', true],
    ['off', false],
    ['OFF', false],
    ['false', false],
    ['auto', 'auto'],
  ])('foreign-keys: %s, as a switch, in a profile and as an input', async (text, value) => {
    const inputs = text.startsWith('"') ? {} : { 'foreign-keys': text };
    for (const [config, given] of [
      [`foreign-keys: ${text}`, {}],
      [`profile: { name: plain, foreign-keys: ${text} }`, {}],
      ['{}', inputs],
    ] as const) {
      if (config === '{}' && text.startsWith('"')) continue;
      const { settings, mistakes } = await readConfig(config, given);
      expect(mistakes).toEqual([]);
      expect(settings.profile.foreignKeys).toBe(value);
    }
  });

  it.each([
    'allow: []',
    'checks: {}',
    'expect: { rows: {} }',
    'allow: [{ rule: rows-lost, object: o, reason: r, max: 0, expires: 2028-02-29 }]',
  ])('%s', async (config) => {
    expect(await mistakesIn(config)).toEqual([]);
  });
});

describe('an input refuses', () => {
  it.each([
    ['fail-on', 'eror', 'it must be error, warning or never. -> Did you mean error?'],
    ['fail-on', 'none', 'it must be error, warning or never. -> Write for example `fail-on: error`.'],
    ['upload', 'true', 'upload is "true"; it must be auto, report, all or never. -> Write for'],
    ['timeout-minutes', '0', 'timeout-minutes is 0; it must be more than 0.'],
    ['timeout-minutes', '-1', 'timeout-minutes is -1; it must be more than 0.'],
    ['timeout-minutes', '1440.5', 'timeout-minutes is 1440.5; it must be at most 1440, which is a day.'],
    [
      'timeout-minutes',
      'ten',
      'timeout-minutes is "ten"; it must be a number. -> Write for example `timeout-',
    ],
    ['retention-days', '0', 'retention-days is 0; it must be 1 to 90.'],
    ['retention-days', '91', 'retention-days is 91; it must be 1 to 90.'],
    ['retention-days', '1.5', 'retention-days is 1.5; it must be a whole number of days.'],
    [
      'output',
      'a\nb',
      'output is "a\\nb"; it must be one path. -> Write for example `output: preflight-reports`.',
    ],
    ...[...'":<>|*?\\/'].map((sign) => [
      'artifact-name',
      `a${sign}b`,
      'it must not hold any of " : < > | * ? \\ / or a line break.',
    ]),
    ['artifact-name', 'a\rb', 'it must not hold any of'],
  ] as [string, string, string][])('%s: %j', async (name, text, expected) => {
    const { mistakes } = await read({ database: 'app.db', [name]: text });
    expect(mistakes.map(said)).toEqual([expect.stringContaining(expected)]);
  });
});

describe('an input takes', () => {
  it.each([
    ['timeout-minutes', '0.001'],
    ['timeout-minutes', '1440'],
    ['retention-days', '1'],
    ['retention-days', '90'],
    ['artifact-name', 'mine (ü) #1'],
  ])('%s: %s', async (name, text) => {
    expect((await read({ database: 'app.db', [name]: text })).mistakes).toEqual([]);
  });
});
