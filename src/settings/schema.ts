import * as z from 'zod/mini';

const COUNT = /^(>=|<=|>|<|=)\s*\d+$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

const text = z.string({ error: 'must be text' }).check(z.minLength(1, { error: 'must not be empty' }));
const texts = z.array(text, { error: 'must be a list of names' });
const number = z.number({ error: 'must be a number' });

function oneOf<const Value extends string>(...values: Value[]) {
  return z.enum(values, { error: `must be ${values.slice(0, -1).join(', ')} or ${values.at(-1)}` });
}

const profileName = oneOf('auto', 'plain', 'autocommit-fk-on', 'transaction', 'transaction-fk-off');
const foreignKeys = z.union([z.literal('auto'), z.boolean()], { error: 'must be auto, on or off' });
const count = z.union(
  [
    number.check(z.nonnegative()),
    z.string().check(z.regex(COUNT, { error: 'must be a number, or a comparison such as ">= 26"' })),
  ],
  {
    error: 'must be a number, or a comparison such as ">= 26"',
  },
);

/** The config file, and the inputs in its form: what is refused here is a mistake of the user's. */
export const settingsSchema = z.strictObject({
  'artifact-name': z.optional(
    text.check(
      z.regex(/^[^":<>|*?\r\n\\/]*$/, { error: 'must not hold any of " : < > | * ? \\ / or a line break' }),
    ),
  ),
  database: z.optional(text),
  'fail-on': z.optional(oneOf('error', 'warning', 'never')),
  'foreign-keys': z.optional(foreignKeys),
  layout: z.optional(oneOf('auto', 'plain')),
  migrations: z.optional(text),
  orphans: z.optional(oneOf('any', 'introduced')),
  output: z.optional(text),
  profile: z.optional(
    z.union([profileName, z.strictObject({ name: profileName, 'foreign-keys': z.optional(foreignKeys) })], {
      error:
        'must be auto, plain, autocommit-fk-on, transaction or transaction-fk-off, or { name, foreign-keys }',
    }),
  ),
  'retention-days': z.optional(
    number.check(
      z.int({ error: 'must be a whole number of days' }),
      z.minimum(1, { error: 'must be 1 to 90' }),
      z.maximum(90, { error: 'must be 1 to 90' }),
    ),
  ),
  'timeout-minutes': z.optional(
    number.check(
      z.positive({ error: 'must be more than 0' }),
      z.maximum(1440, { error: 'must be at most 1440, a day' }),
    ),
  ),
  upload: z.optional(oneOf('auto', 'report', 'all', 'never')),
  checks: z.optional(
    z.strictObject({
      required: z.optional(z.record(z.string(), texts, { error: 'must map tables to lists of columns' })),
    }),
  ),
  expect: z.optional(
    z.strictObject({
      tables: z.optional(texts),
      columns: z.optional(z.record(z.string(), texts, { error: 'must map tables to lists of columns' })),
      indexes: z.optional(
        z.record(
          z.string(),
          z.union([z.literal(true), ...count.def.options], {
            error: 'must be true, a number, or a comparison such as ">= 26"',
          }),
        ),
      ),
      rows: z.optional(
        z.record(
          z.string(),
          z.union([z.literal('unchanged'), ...count.def.options], {
            error: 'must be unchanged, a number, or a comparison such as ">= 100"',
          }),
        ),
      ),
    }),
  ),
  allow: z.optional(
    z.array(
      z.strictObject({
        rule: text,
        table: z.optional(text),
        column: z.optional(text),
        object: z.optional(text),
        migration: z.optional(z.union([text, number], { error: 'must be the id or file of a migration' })),
        reason: z
          .string({ error: 'must say why this loss is meant' })
          .check(z.regex(/\S/, { error: 'must say why this loss is meant' })),
        max: z.optional(
          number.check(
            z.int({ error: 'must be a whole number' }),
            z.nonnegative({ error: 'must not be negative' }),
          ),
        ),
        expires: z.optional(text.check(z.refine(isDate, { error: 'must be a date such as 2027-01-31' }))),
      }),
    ),
  ),
});

export type RawSettings = z.infer<typeof settingsSchema>;

function isDate(value: string): boolean {
  if (!DATE.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
