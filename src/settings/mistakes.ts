import type { Mistake } from '../facts/database.ts';
import { type Config, placeOf } from './config/config.ts';
import { knownKeys, MUST_BE_TEXT } from './config/settings-schema.ts';
import { sayInTheStep } from './config/step-only.ts';
import { nearest } from './did-you-mean.ts';
import { inputs } from './inputs.ts';
import { short } from './told.ts';

/** What the validator says of one place; the part of its issues that is used here. */
export interface Issue {
  code: string;
  path: PropertyKey[];
  message: string;
  /** The value that was refused. */
  input?: unknown;
  /** Keys that are not known. */
  keys?: string[];
  /** Words that would have been right. */
  values?: unknown[];
  /** What each alternative says of the value. */
  errors?: Issue[][];
}

/** Turns one issue into sentences with a place. `config` is where the value was written. */
export function* mistakesOf(issue: Issue, config: Config): Generator<Mistake> {
  const inside = issue.errors?.find((issues) => issues.every(isInside));
  if (inside !== undefined) {
    for (const own of inside) yield* mistakesOf({ ...own, path: [...issue.path, ...own.path] }, config);
    return;
  }
  const { code, path, message, input, keys = [] } = issue;
  if (code === 'unrecognized_keys') {
    for (const key of keys) yield unknownKey(key, path, config);
    return;
  }
  const key = path.map((part) => short(String(part))).join('.');
  yield {
    key,
    message: `${key} ${shown(input)}; it ${message}.`,
    remedy: remedy(issue),
    ...placeOf(config, path),
  };
}

/** Not about the value as a whole: the value is of this alternative's kind. */
function isInside({ code, path }: Issue): boolean {
  return path.length > 0 || code === 'unrecognized_keys';
}

function shown(input: unknown): string {
  if (input === undefined) return 'is missing';
  if (input === null) return 'has no value';
  if (Array.isArray(input)) return 'is a list';
  if (typeof input === 'object') return 'is a map';
  return `is ${short(typeof input === 'string' ? JSON.stringify(input) : String(input))}`;
}

/** One right line for each key, by the path without what the user named. */
const EXAMPLES: Readonly<Record<string, string>> = {
  allow: 'allow: [{ rule: rows-lost, table: sessions, reason: "expired sessions are purged" }]',
  'allow.column': 'column: root_id',
  'allow.expires': 'expires: 2027-01-31',
  'allow.max': 'max: 500',
  'allow.migration': 'migration: "0013"',
  'allow.object': 'object: idx_goals_root_id',
  'allow.reason': 'reason: "expired sessions are purged"',
  'allow.rule': 'rule: rows-lost',
  'allow.table': 'table: sessions',
  'artifact-name': 'artifact-name: migration-preflight',
  checks: 'checks: { required: { goals: [root_id] } }',
  'checks.queries':
    'queries: [{ id: negative-durations, sql: "SELECT id FROM sessions WHERE duration < 0" }]',
  'checks.references': 'references: ["sessions.goal_id -> goals.id"]',
  'checks.required': 'required: { goals: [root_id] }',
  'checks.statements': 'statements: app/queries/*.sql',
  command: 'command: bin/rails db:migrate',
  'command-timeout-minutes': 'command-timeout-minutes: 10',
  database: 'database: snapshots/app.db',
  'database-url': 'database-url: "sqlite3:"',
  expect: 'expect: { tables: [goals] }',
  'expect.columns': 'columns: { goals: [root_id] }',
  'expect.indexes': 'indexes: { idx_goals_root_id: true, "idx_%": ">= 26" }',
  'expect.rows': 'rows: { goals: unchanged, audit_log: ">= 100" }',
  'expect.tables': 'tables: [goals, sessions]',
  'fail-on': 'fail-on: error',
  'foreign-keys': 'foreign-keys: off',
  layout: 'layout: { name: plain, table: schema_history, column: filename }',
  migrations: 'migrations: db/migrations',
  orphans: 'orphans: introduced',
  output: 'output: preflight-reports',
  'pass-env': 'pass-env: [ACTIONS_CACHE_URL, -AWS_*]',
  'production-sqlite': 'production-sqlite: 3.40',
  profile: 'profile: { name: transaction, foreign-keys: off }',
  rehearse: 'rehearse: [rerun, crash]',
  'retention-days': 'retention-days: 30',
  comment: 'comment: on-problems',
  samples: 'samples: keys',
  'timeout-minutes': 'timeout-minutes: 2.5',
  upload: 'upload: report',
};

/** What others write for on and off. */
const SWITCHES: Readonly<Record<string, string>> = {
  ...{ yes: 'on', y: 'on', true: 'on', 1: 'on' },
  ...{ no: 'off', n: 'off', false: 'off', 0: 'off' },
};

function remedy({ path, input, message, ...issue }: Issue): string {
  const words = [issue, ...(issue.errors?.flat() ?? [])].flatMap(({ values = [] }) => values);
  const known = words.filter((word) => typeof word === 'string');
  const switched = SWITCHES[String(input).toLowerCase()];
  const isSwitch = switched !== undefined && known.includes(switched);
  const meant = isSwitch ? switched : typeof input === 'string' ? nearest(input, known) : undefined;
  if (meant !== undefined && meant !== input) return `Did you mean ${meant}?`;
  if (message === MUST_BE_TEXT && (typeof input === 'number' || typeof input === 'boolean')) {
    return `Put it in quotes: "${input}".`;
  }
  const names = path.filter((part) => typeof part === 'string');
  // What a user named has no example of its own: the key around it has one.
  const example =
    EXAMPLES[names.join('.')] ?? EXAMPLES[names.slice(0, 2).join('.')] ?? EXAMPLES[String(names[0])];
  const otherwise = input === null ? ', or remove the key' : '';
  return `Write for example \`${example}\`${otherwise}.`;
}

function unknownKey(key: string, path: readonly PropertyKey[], config: Config): Mistake {
  const full = short([...path, key].join('.'));
  return {
    key: full,
    message: `there is no setting ${full}.`,
    remedy: remedyOfUnknown(key, path),
    ...placeOf(config, path, key),
  };
}

function remedyOfUnknown(key: string, path: readonly PropertyKey[]): string {
  const around = path.filter((part) => typeof part === 'string').join('.');
  const siblings = knownKeys[around] ?? [];
  const meant = nearest(key, siblings);
  if (meant !== undefined) return `Did you mean ${meant}?`;
  const ofTheStep = inputs.filter(({ inConfig }) => !inConfig).map(({ name }) => name);
  const input = ofTheStep.includes(key) ? key : around === '' ? nearest(key, ofTheStep) : undefined;
  if (input === key) return `This is an input only. ${sayInTheStep(input)}`;
  if (input !== undefined) return `Did you mean ${input}? That is an input only. ${sayInTheStep(input)}`;
  if (knownKeys['']?.includes(key)) return `Write ${key} at the top level, without indentation.`;
  for (const level of ['checks', 'expect']) {
    const inside = nearest(key, knownKeys[level] ?? []);
    if (inside !== undefined) return `Did you mean ${level}.${inside}, that is ${inside} under ${level}?`;
  }
  return `The keys ${around === '' ? 'of this file' : `of ${around}`} are ${siblings.join(', ')}.`;
}
