import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMS, type Form, WORD } from '../canaries/forms.ts';
import { PATHS, type SecretPath } from '../canaries/paths.ts';
import { traceOf } from '../canaries/traces.ts';
import { sample } from '../kit/sample.ts';
import { attempt } from '../kit/step.ts';
import { workspaceWith } from '../kit/workspace.ts';
import type { Case, Suite } from '../suite.ts';

export const canaries: Suite = {
  name: 'canaries',
  title: 'Values of rows',
  promise:
    'With `samples: none` no value of a row leaves the engine: not in the log, the annotations, the outputs, the summary or a report, in whatever spelling.',
  method: `A secret word is hidden in a table in ${FORMS.length} forms (text, e-mail, JSON, blob, UTF-16, key, number, …). ${PATHS.length} paths make SQLite speak of it: constraints, RAISE, casts, JSON and full-text errors, functions of pragmas, names of files, dumps, application queries. Everything that the run lets out is searched for the word as it is, in upper case, backwards, in hex, base64, UTF-16, URL and escape spelling.`,
  count: FORMS.length * PATHS.length,
  async cases({ seed, count }): Promise<Case[]> {
    const all = PATHS.flatMap((path) => FORMS.map((form) => ({ path, form })));
    return sample(all, count, seed).map(({ path, form }) => ({
      name: `${form.name} through ${path.name}`,
      run: (place) => tryPath(place, form, path),
    }));
  },
};

async function tryPath(place: string, form: Form, path: SecretPath): Promise<string[]> {
  const { sql, config, dump } = path;
  const files = {
    ...(sql !== undefined && { 'm/1.sql': `${sql}\n` }),
    ...(config !== undefined && { 'preflight.yml': config }),
    ...(dump !== undefined && { 'dump.sql': dump(form.literal) }),
  };
  const workspace = workspaceWith(place, {
    ...(dump === undefined && { database: schemaWith(form) }),
    files,
  });
  const inputs = {
    database: dump === undefined ? 'app.db' : 'dump.sql',
    ...(sql !== undefined && { migrations: 'm' }),
    rehearse: 'none',
  };
  const ended = await attempt({ place, workspace, inputs });
  const { stdout, stderr, summary, outputs, output, problems } = ended;
  const reports = existsSync(output)
    ? readdirSync(output)
        .filter((name) => !name.endsWith('.db'))
        .map((name) => [name, readFileSync(join(output, name), 'utf8')] as const)
    : [];
  const outlets = [
    ['the log', stdout],
    ['stderr', stderr],
    ['the summary', summary],
    ['the outputs', JSON.stringify(outputs)],
    ...reports,
  ] as const;
  const found = outlets.flatMap(([name, text]) => {
    const trace = traceOf(text);
    return trace === undefined ? [] : [`${WORD} is in ${name}: ${trace}`];
  });
  return [...problems, ...found];
}

/** The secret as a value, as a key, in an index, in a search index, and where nothing but a view shows it. */
function schemaWith({ literal, encoding = 'UTF-8' }: Form): string {
  return `PRAGMA encoding='${encoding}';
    CREATE TABLE people(id INTEGER PRIMARY KEY, secret, other TEXT); INSERT INTO people VALUES (1, ${literal}, 'x'), (2, ${literal}, 'y');
    CREATE TABLE keyed(secret PRIMARY KEY, n) WITHOUT ROWID; INSERT INTO keyed VALUES (${literal}, 1);
    CREATE INDEX by_secret ON people(secret);
    CREATE VIRTUAL TABLE found USING fts5(body); INSERT INTO found VALUES (CAST(${literal} AS TEXT));
    CREATE VIEW shown AS SELECT secret FROM people;
    CREATE TABLE child(id INTEGER PRIMARY KEY, parent REFERENCES keyed(secret)); INSERT INTO child VALUES (1, ${literal});`;
}
