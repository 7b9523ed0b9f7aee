import * as z from 'zod/mini';
import { knownKeys, settingsSchema } from '../../src/settings/config/settings-schema.ts';
import { inputs } from '../../src/settings/inputs.ts';
import type { GeneratedPart } from './part.ts';

/** Keys that no input has, by their path; a list's items stand at the path of the list. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  allow: 'Losses that are meant: each covers one rule on one subject, whose finding becomes a notice.',
  'allow.column': 'Column that the finding is about.',
  'allow.expires': 'Last day on which it counts.',
  'allow.max': 'Most rows or objects that it covers.',
  'allow.migration': 'Id or file of the migration that it belongs to.',
  'allow.object': 'Index, trigger, view or header field that the finding is about.',
  'allow.reason': 'Why this is meant; the report shows it.',
  'allow.rule': 'Id of the rule.',
  'allow.table': 'Table that the finding is about.',
  checks: 'What is measured besides the health of the database.',
  'checks.queries': 'SELECTs of which each row is a problem.',
  'checks.queries.id': 'Name of the query, for findings and allowances.',
  'checks.queries.sql': 'One SELECT, without parameters.',
  'checks.references':
    'Foreign keys that the schema does not declare: child.column -> parent.column, or child(a, b) -> parent(x, y).',
  'checks.required': 'Columns that must hold no NULL afterwards, by table.',
  'checks.statements':
    "Folder, file or glob of the application's SQL, or a list of them: each statement must still prepare.",
  expect: 'What must be true afterwards.',
  'expect.columns': 'Columns that must exist, by table.',
  'expect.indexes': 'Indexes that must exist: a name or a LIKE pattern, and true or how many.',
  'expect.rows': 'Number of rows, by table: unchanged, a number, or a comparison.',
  'expect.tables': 'Tables that must exist.',
  'production-sqlite':
    'Release of SQLite that production has, such as 3.40: a statement that it would refuse is an error.',
  'profile.foreign-keys': 'Whether production enforces foreign keys while it migrates: auto, on or off.',
  'layout.column': 'With plain: the column that holds what was applied, by path, name or number.',
  'layout.name': 'How the migration files are named, ordered and tracked.',
  'layout.order': 'With plain: natural (2.sql before 10.sql) or name (byte by byte).',
  'layout.table': "The tool's tracking table, where it has another name than usual.",
  'profile.transaction': 'One transaction for each file, one for all pending files, or none.',
  'profile.name': 'How production executes the files.',
};

interface Node {
  description?: string;
  properties?: Record<string, Node>;
  anyOf?: Node[];
  items?: Node;
}

/** JSON Schema of the config file, for editors. */
export function configSchema(): object {
  const own = inputs.filter(({ inConfig }) => inConfig).map(({ name, description }) => [name, description]);
  const descriptions = { ...DESCRIPTIONS, ...(Object.fromEntries(own) as Record<string, string>) };
  const generated = z.toJSONSchema(settingsSchema, { target: 'draft-7', io: 'input' });
  const { $schema, ...whole } = described(generated as Node & { $schema?: string }, descriptions);
  const properties = Object.entries(whole.properties ?? {}).filter(([key]) => knownKeys['']?.includes(key));
  const schema = { ...whole, properties: Object.fromEntries(properties) };
  const title = 'Config file of SQLite Migration Preflight';
  return { $schema, title, ...schema };
}

/** The node with descriptions in it and in all nodes below it. */
function described<Part extends Node>(
  node: Part,
  descriptions: Readonly<Record<string, string>>,
  path = '',
): Part {
  const { properties, anyOf, items } = node;
  const below = (key: string) => (path === '' ? key : `${path}.${key}`);
  return {
    ...node,
    ...(properties !== undefined && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, part]) => {
          const description = descriptions[below(key)];
          const text = description === undefined ? {} : { description };
          return [key, { ...text, ...described(part, descriptions, below(key)) }];
        }),
      ),
    }),
    ...(anyOf !== undefined && { anyOf: anyOf.map((part) => described(part, descriptions, path)) }),
    ...(items !== undefined && { items: described(items, descriptions, path) }),
  };
}

export const configSchemaFile: GeneratedPart = {
  file: 'preflight.schema.json',
  make: () => `${JSON.stringify(configSchema())}\n`,
};
