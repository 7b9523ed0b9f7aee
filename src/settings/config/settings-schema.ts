import * as z from 'zod/mini';
import { layouts } from '../../plan/layouts/index.ts';
import { profiles } from '../../plan/profiles.ts';
import { inputs } from '../inputs.ts';

const LAYOUTS = ['auto', ...layouts.map(({ name }) => name)];
const PROFILES = ['auto', ...profiles.map(({ name }) => name)];

export const MUST_BE_TEXT = 'must be text';

const text = z.string({ error: MUST_BE_TEXT }).check(z.minLength(1, { error: 'must not be empty' }));
const path = text.check(
  z.refine((value) => !/[\r\n]/.test(value) && !value.includes('\0'), { error: 'must be one path' }),
);
const script = text.check(
  z.refine((value) => value.trim() !== '', { error: 'must not be empty' }),
  z.refine((value) => !value.includes('\0'), { error: 'must not hold a NUL character' }),
);
const minutes = z
  .number({ error: 'must be a number' })
  .check(
    z.positive({ error: 'must be more than 0' }),
    z.maximum(1440, { error: 'must be at most 1440, which is a day' }),
  );
const number = z.number({ error: 'must be a number' });
const names = z.array(text, { error: 'must be a list of names' });
const columns = z.record(z.string(), names, { error: 'must map tables to lists of columns' });

function oneOf<const Value extends string>(...values: Value[]) {
  return z.enum(values, { error: `must be ${alternatives(values)}` });
}

function alternatives(values: readonly string[]): string {
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

/** `on` and `off` are text in YAML, and an input is always text. */
const foreignKeys = z.union([z.enum(['auto', 'on', 'off', 'true', 'false']), z.boolean()], {
  error: 'must be auto, on or off',
});

/** A number of rows or indexes, a comparison with one, or a word. */
function countOr<Word extends z.ZodMiniType>(word: Word, said: string) {
  const error = `must be ${said}, a whole number, or a comparison such as ">= 26"`;
  const whole = z.number().check(z.int({ error }), z.nonnegative({ error }));
  const comparison = z.string().check(z.regex(/^(>=|<=|>|<|=)\s*\d{1,15}$/, { error }));
  return z.union([word, whole, comparison], { error });
}

const profile = z.union(
  [
    oneOf(...PROFILES),
    z.strictObject({
      name: oneOf(...PROFILES),
      'foreign-keys': z.optional(foreignKeys),
      transaction: z.exactOptional(oneOf('file', 'all', 'none')),
    }),
  ],
  { error: `must be ${alternatives(PROFILES)}, or { name, foreign-keys, transaction }` },
);

const layout = z.union(
  [
    oneOf(...LAYOUTS),
    z.strictObject({
      name: oneOf(...LAYOUTS),
      table: z.exactOptional(text),
      column: z.exactOptional(text),
      order: z.exactOptional(oneOf('natural', 'name')),
    }),
  ],
  { error: `must be ${alternatives(LAYOUTS)}, or { name, table, column, order }` },
);

const REHEARSALS = ['profiles', 'rerun', 'rollback', 'crash'] as const;

/** An input is one text. It aborts, so that the union around it has the word. */
const rehearsals = z
  .string()
  .check(
    z.regex(new RegExp(`^(${REHEARSALS.join('|')})([,\\s]+(${REHEARSALS.join('|')}))*$`), { abort: true }),
  );

const query = z.strictObject(
  {
    id: text.check(z.refine((id) => !/[\r\n]/.test(id), { error: 'must be one line' })),
    sql: text.check(z.refine((sql) => !sql.includes('\0'), { error: 'must not hold a NUL character' })),
  },
  { error: 'must be a map with id and sql' },
);

const checks = z.strictObject(
  {
    required: z.optional(columns),
    references: z.optional(
      z.array(text, { error: 'must be a list of foreign keys, child.column -> parent.column' }),
    ),
    statements: z.optional(
      z.union([path, z.array(path)], { error: 'must be a folder, file or glob, or a list of them' }),
    ),
    queries: z.optional(z.array(query, { error: 'must be a list of queries' })),
  },
  { error: 'must be a map with required, references, statements or queries' },
);

const expectations = z.strictObject(
  {
    tables: z.optional(names),
    columns: z.optional(columns),
    indexes: z.optional(
      z
        .record(z.string(), countOr(z.union([z.literal(true), z.literal('on')]), 'true'), {
          error: 'must map names or patterns of indexes to true or a number',
        })
        // Each is held against every index.
        .check(
          z.refine((map) => Object.keys(map).length <= 1000, { error: 'must have 1,000 entries at most' }),
        ),
    ),
    rows: z.optional(
      z.record(z.string(), countOr(z.literal('unchanged'), 'unchanged'), {
        error: 'must map tables to unchanged or a number',
      }),
    ),
  },
  { error: 'must be a map with tables, columns, indexes or rows' },
);

const RELEASE = { error: 'must be a release of SQLite, such as 3.40 or 3.40.1' };

/** Without quotes it is a number for editors; here it stays as it was written. */
const release = z.union(
  [z.string().check(z.regex(/^3\.\d{1,3}(\.\d{1,3}){0,2}$/, RELEASE)), z.number()],
  RELEASE,
);

const why = { error: 'must say why this is meant' };
const day = { error: 'must be a date that exists, such as 2027-01-31' };

const allowance = z.strictObject(
  {
    rule: text,
    table: z.exactOptional(text),
    column: z.exactOptional(text),
    object: z.exactOptional(text),
    migration: z.exactOptional(z.union([text, number], { error: 'must be the id or file of a migration' })),
    reason: z.string(why).check(z.regex(/\S/, why)),
    max: z.exactOptional(
      number.check(z.int({ error: 'must be a whole number' }), z.nonnegative({ error: 'must be 0 or more' })),
    ),
    expires: z.exactOptional(
      z.string(day).check(z.regex(/^\d{4}-\d{2}-\d{2}$/, { ...day, abort: true }), z.refine(exists, day)),
    ),
  },
  { error: 'must be a map with rule, reason and what it is for' },
);

/** The inputs in the form of the config file, and what it has besides: what is refused here is a mistake of the user's. */
export const settingsSchema = z.strictObject({
  allow: z.optional(z.array(allowance, { error: 'must be a list of allowances' })),
  'artifact-name': z.optional(
    text.check(
      z.regex(/^[^":<>|*?\r\n\\/]*$/, { error: 'must not hold any of " : < > | * ? \\ / or a line break' }),
    ),
  ),
  checks: z.optional(checks),
  command: z.optional(script),
  comment: z.optional(oneOf('never', 'on-problems', 'changes', 'always')),
  'comment-key': z.optional(text),
  'command-timeout-minutes': z.optional(minutes),
  database: z.optional(
    z.union([text, z.array(text).check(z.minLength(1, { error: 'must name one file at least' }))], {
      error: 'must be a path or a glob, or a list of them',
    }),
  ),
  'database-url': z.optional(oneOf('file:', 'sqlite:', 'sqlite:///', 'sqlite3:')),
  expect: z.optional(expectations),
  'fail-on': z.optional(oneOf('error', 'warning', 'never')),
  'foreign-keys': z.optional(foreignKeys),
  'github-token': z.optional(text),
  layout: z.optional(layout),
  migrations: z.optional(path),
  orphans: z.optional(oneOf('any', 'introduced')),
  output: z.optional(path),
  'pass-env': z.optional(
    z.union([text, names], { error: 'must be a list of names, NAME, PREFIX_* or -NAME' }),
  ),
  'production-sqlite': z.optional(release),
  profile: z.optional(profile),
  rehearse: z.optional(
    z.union([oneOf('auto', 'all', 'none'), rehearsals, z.array(oneOf(...REHEARSALS))], {
      error: `must be auto, all, none, or a list of ${alternatives(REHEARSALS)}`,
    }),
  ),
  'retention-days': z.optional(
    number.check(
      z.int({ error: 'must be a whole number of days', abort: true }),
      z.minimum(1, { error: 'must be 1 to 90' }),
      z.maximum(90, { error: 'must be 1 to 90' }),
    ),
  ),
  samples: z.optional(oneOf('none', 'keys', 'values')),
  'timeout-minutes': z.optional(minutes),
  upload: z.optional(oneOf('auto', 'report', 'all', 'never')),
});

export type RawSettings = z.infer<typeof settingsSchema>;

/** The keys there are inside of a key; inside of nothing those of the whole file, which cannot set every input. */
export const knownKeys: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(settingsSchema.def.shape).filter(
    (key) => inputs.find(({ name }) => name === key)?.inConfig !== false,
  ),
  allow: Object.keys(allowance.def.shape),
  checks: Object.keys(checks.def.shape),
  'checks.queries': Object.keys(query.def.shape),
  expect: Object.keys(expectations.def.shape),
  layout: ['name', 'table', 'column', 'order'],
  profile: ['name', 'foreign-keys', 'transaction'],
};

/** A day of the calendar, in the form that the other check asks for. */
export function exists(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
