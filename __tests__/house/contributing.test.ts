import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseDocument } from 'yaml';

/** What GitHub and editors read of this project: they pass over a mistake without a word. */
const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

interface Field {
  type: string;
  id?: string;
  attributes: Record<string, unknown>;
  validations?: { required: boolean };
}

/** The keys of each kind of field, beside its label (docs.github.com, "Syntax for GitHub's form schema"). */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  markdown: ['value'],
  input: ['label', 'description', 'placeholder', 'value'],
  textarea: ['label', 'description', 'placeholder', 'value', 'render'],
  dropdown: ['label', 'description', 'options', 'multiple', 'default'],
};

const folder = '.github/ISSUE_TEMPLATE';
const forms = readdirSync(join(root, folder)).filter((file) => file !== 'config.yml');

describe.each(forms)('the issue form %s', (file) => {
  const document = parseDocument(read(`${folder}/${file}`));
  const form = document.toJS() as { name: string; description: string; labels: string[]; body: Field[] };

  it('is YAML with a name, a description and fields', () => {
    expect(document.errors).toEqual([]);
    const keys = Object.keys(form).filter((key) => key !== 'title');
    expect(keys).toEqual(['name', 'description', 'labels', 'body']);
    expect(form.body.length).toBeGreaterThan(1);
  });

  it('has fields of a known kind, each with a name of its own and only keys that GitHub knows', () => {
    const fields = form.body.filter(({ type }) => type !== 'markdown');
    const ids = fields.map(({ id }) => id);
    expect(ids).not.toContain(undefined);
    expect([...new Set(ids)]).toEqual(ids);
    const unknown = form.body.flatMap(({ type, attributes }) =>
      Object.keys(attributes).filter((key) => !ATTRIBUTES[type]?.includes(key)),
    );
    expect(unknown).toEqual([]);
    for (const { attributes } of fields) expect(attributes.label).toEqual(expect.any(String));
  });
});

it('the forms for a false clear, a false alarm, a crash and a feature come in this order', () => {
  expect(forms.toSorted()).toEqual([
    '1-false-clear.yml',
    '2-false-alarm.yml',
    '3-crash.yml',
    '4-feature.yml',
  ]);
});

describe('editors', () => {
  it.each(['.devcontainer/devcontainer.json', '.vscode/settings.json', '.vscode/launch.json'])(
    '%s is JSON',
    (file) => {
      expect(JSON.parse(read(file))).toEqual(expect.any(Object));
    },
  );

  it('get the Node that the project asks for', () => {
    const { image } = JSON.parse(read('.devcontainer/devcontainer.json')) as { image: string };
    expect(image).toContain(`node:${read('.node-version').trim()}-`);
  });

  it('find the schema of the config file', () => {
    const { 'yaml.schemas': schemas } = JSON.parse(read('.vscode/settings.json')) as {
      'yaml.schemas': Record<string, string[]>;
    };
    for (const schema of Object.keys(schemas))
      expect([schema, existsSync(join(root, schema))]).toEqual([schema, true]);
  });
});
