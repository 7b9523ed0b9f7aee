import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOSTILE } from '../../__tests__/report/hostile.ts';
import { type Random, randomFrom } from '../../__tests__/support/random.ts';
import { commandsIn } from '../../__tests__/support/runner.ts';
import { attempt, type Ended } from '../kit/step.ts';
import { workspaceWith } from '../kit/workspace.ts';
import { countDifferences } from '../parsers/difference.ts';
import { countsOf } from '../parsers/markdown.ts';
import type { Suite } from '../suite.ts';

/** Names of everything, of the same length in both runs: what is long is cut. */
const PLACES = ['table', 'other', 'column', 'index', 'view', 'trigger', 'text', 'file', 'query'] as const;
type Names = Record<(typeof PLACES)[number], string>;

export const hostile: Suite = {
  name: 'hostile',
  title: 'Hostile names and values',
  promise:
    'Names of tables, columns, indexes, views, triggers, files and checks, and texts of errors, are data wherever they are shown: none becomes a command of the runner, an output, markdown, HTML, a link, a mention or an invisible character.',
  method:
    'Names are put together at random of markup, links, mentions, workflow commands, control characters and the like, and given to everything in a database, its migrations and its config. The same run is done with plain names. The log goes through a parser of the runner’s commands, old form and new, the outputs through one of its file commands, report and summary through one of GitHub’s markdown and HTML: both runs must give the same commands and the same number of each kind of markup.',
  count: 400,
  async cases({ seed, count }) {
    return Array.from({ length: count }, (_, at) => ({
      name: `${at}`,
      run: (place) => tryNames(place, randomFrom(seed * 10_007 + at)),
    }));
  },
};

async function tryNames(place: string, random: Random): Promise<string[]> {
  const names = hostileNames(random);
  const plain = Object.fromEntries(
    PLACES.map((key) => [key, key.slice(0, 3).padEnd([...names[key]].length, 'abcdefghij')]),
  ) as Names;
  const fails = random.chance(0.3);
  const [own, twin] = [
    await run(join(place, 'own'), names, fails),
    await run(join(place, 'twin'), plain, fails),
  ];
  return [
    ...own.problems,
    ...twin.problems.map((problem) => `with plain names, ${problem}`),
    ...commandDifferences(own, twin),
    ...outputDifferences(own, twin),
    ...countDifferences('the summary', countsOf(own.summary), countsOf(twin.summary)),
    ...countDifferences('report.md', countsOf(markdownOf(own)), countsOf(markdownOf(twin))),
  ];
}

function hostileNames(random: Random): Names {
  const parts = [...HOSTILE, '\t', "'", '"', '%0A::error::x', '::', '##[', '🏳️', '日本', 'a', ' ', '%25'];
  const name = () => {
    const text = Array.from({ length: 1 + random.below(3) }, () => random.pick(parts)).join('');
    // SQL ends at a NUL, a database holds no half of a character, and no file is called so.
    return text.replaceAll('\0', '').toWellFormed().slice(0, 60).toWellFormed();
  };
  const all = Object.fromEntries(PLACES.map((key) => [key, name()])) as Names;
  // Names that differ by case alone would be one.
  return {
    ...all,
    table: `1${all.table}`,
    other: `2${all.other}`,
    column: `3${all.column}`,
    file: fileName(all.file),
  };
}

function fileName(text: string): string {
  return text.replaceAll('/', '_').replaceAll('*', '_').slice(0, 40).toWellFormed();
}

async function run(place: string, names: Names, fails: boolean): Promise<Ended> {
  const quoted = Object.fromEntries(
    Object.entries(names).map(([key, name]) => [key, `"${name.replaceAll('"', '""')}"`]),
  ) as Names;
  const { table, other, column, index, view, trigger } = quoted;
  const text = `'${names.text.replaceAll("'", "''")}'`;
  const database = `CREATE TABLE ${table}(id INTEGER PRIMARY KEY, ${column} TEXT, gone TEXT);
    INSERT INTO ${table} VALUES (1, ${text}, 'a'), (2, ${text}, 'b');
    CREATE TABLE ${other}(id INTEGER PRIMARY KEY, up INT REFERENCES ${table}(id)); INSERT INTO ${other} VALUES (1, 1), (2, 9);
    CREATE INDEX ${index} ON ${table}(${column}); CREATE VIEW ${view.replace('"', '"v')} AS SELECT gone FROM ${table};
    CREATE TRIGGER ${trigger} BEFORE DELETE ON ${table} WHEN OLD.id = 2 BEGIN SELECT RAISE(ABORT, ${text}); END;`;
  const migration = `DELETE FROM ${table} WHERE id = 1;
UPDATE ${table} SET ${column} = NULL;
DROP INDEX ${index};
${fails ? `DELETE FROM ${table};` : `DROP TRIGGER ${trigger};\nDROP TABLE ${other};`}\n`;
  const query = JSON.stringify({ id: names.query, sql: 'SELECT 1' });
  const workspace = workspaceWith(place, {
    database,
    files: { [`m/1${names.file}.sql`]: migration, 'preflight.yml': `checks:\n  queries: [${query}]\n` },
  });
  return await attempt({
    place,
    workspace,
    inputs: { database: 'app.db', migrations: 'm', rehearse: 'none', samples: 'values' },
  });
}

/** Kind and number; what they say holds the names. */
function commandDifferences(own: Ended, twin: Ended): string[] {
  const kinds = ({ stdout, stderr }: Ended) =>
    commandsIn(`${stdout}\n${stderr}`)
      .map(({ form, name, properties }) => `${form} ${name} ${Object.keys(properties).toSorted().join()}`)
      .toSorted();
  const [here, there] = [kinds(own), kinds(twin)];
  return here.join('\n') === there.join('\n')
    ? []
    : [`commands ${here.join('; ')} instead of ${there.join('; ')}`];
}

function outputDifferences(own: Ended, twin: Ended): string[] {
  const [here, there] = [own, twin].map(({ outputs }) => Object.keys(outputs).toSorted().join());
  return here === there ? [] : [`outputs ${here} instead of ${there}`];
}

function markdownOf({ output }: Ended): string {
  return readFileSync(join(output, 'report.md'), 'utf8');
}
