import { between, type GeneratedPart, markdownTable } from './part.ts';

/** A folder of src with what it may import: the flow runs one way. */
interface Module {
  name: string;
  does: string;
  mayImport: readonly string[];
}

const modules: readonly Module[] = [
  {
    name: 'commands',
    does: 'what the program can do: one file for each word on its command line, with its flags and help',
    mayImport: ['host', 'settings', 'supervisor', 'judge'],
  },
  {
    name: 'host',
    does: 'the outside world: inputs, log, summary, outputs, artifacts',
    mayImport: ['facts', 'report', 'text'],
  },
  {
    name: 'settings',
    does: 'turns inputs, config file and comments of migrations into validated settings; collects all mistakes; creates and tests the output folder; `declared/` asks git what of it is new',
    mayImport: ['facts', 'sql', 'plan'],
  },
  {
    name: 'supervisor',
    does: 'the worker pool: order, deadline, kill, cancel; `preflight.ts` lists the stages of one database, `stages/` has one file for each; `scenarios/`: what else is rehearsed; `command/`: the project’s own tool',
    mayImport: ['facts', 'plan', 'engine'],
  },
  {
    name: 'engine',
    does: 'everything that touches SQLite, in a child process',
    mayImport: ['facts', 'plan', 'statements', 'sql'],
  },
  {
    name: 'plan',
    does: 'pure: turns migration files and rows of the history table into a plan; `layouts/` has one file for each tool',
    mayImport: ['facts', 'statements', 'sql'],
  },
  {
    name: 'judge',
    does: 'pure: turns facts into findings, verdict, risk and advice; `rules/` has one file for each rule, `kit/` what they share, `checks/` what the config demands',
    mayImport: ['facts', 'sql', 'text'],
  },
  {
    name: 'report',
    does: 'pure: turns the record into text; `formats/` has one folder for each format, `shared/` what they have in common',
    mayImport: ['facts', 'sql', 'text'],
  },
  {
    name: 'statements',
    does: 'reads SQL: splits it into statements, finds what each names and which SQLite it needs',
    mayImport: ['facts', 'sql'],
  },
  { name: 'facts', does: 'the types that the other modules share', mayImport: [] },
  { name: 'sql', does: 'SQLite’s lexical rules: tokens, quoting, canonical form', mayImport: [] },
  { name: 'text', does: 'formats numbers, profiles and invisible characters', mayImport: [] },
];

interface Restriction {
  group: string[];
  message: string;
}

const SQLITE: Restriction = {
  group: ['better-sqlite3'],
  message: 'Only src/engine/sqlite/connection.ts knows better-sqlite3.',
};
const ACTIONS: Restriction = {
  group: ['@actions/*'],
  message: 'Only the GitHub host and src/host/publish speak to Actions.',
};

/** The linter's overrides: who may import whom. A later one replaces an earlier one for the files that both concern. */
function overrides(): object[] {
  return [sizes, ...modules.flatMap(arrowOverrides)];
}

/** A file or function that outgrows these has more than one job. */
const sizes = {
  includes: ['src/**'],
  linter: {
    rules: {
      complexity: { noExcessiveLinesPerFunction: { level: 'error', options: { maxLines: 50 } } },
      style: { noExcessiveLinesPerFile: { level: 'error', options: { maxLines: 300 } } },
    },
  },
};

function arrowOverrides(module: Module): object[] {
  const all = `src/${module.name}/**`;
  const own = arrowsOf(module);
  switch (module.name) {
    case 'engine':
      return [
        override([all], [own, ACTIONS]),
        override([all, '!src/engine/sqlite/connection.ts'], [own, ACTIONS, SQLITE]),
      ];
    case 'host':
      return [
        override([all], [own, SQLITE]),
        override([all, '!src/host/github*.ts', '!src/host/publish/**'], [own, SQLITE, ACTIONS]),
      ];
    default:
      return [override([all], [own, SQLITE, ACTIONS])];
  }
}

function arrowsOf({ name, mayImport }: Module): Restriction {
  const others = modules.filter((other) => other.name !== name && !mayImport.includes(other.name));
  const allowed = mayImport.length === 0 ? 'nothing' : mayImport.join(', ');
  return {
    group: others.map((other) => `**/${other.name}/**`),
    message: `src/${name} may import only: ${allowed}. The flow runs one way: see docs/architecture.md.`,
  };
}

function override(includes: string[], patterns: Restriction[]): object {
  return {
    includes,
    linter: { rules: { style: { noRestrictedImports: { level: 'error', options: { patterns } } } } },
  };
}

/** `biome.json` with the arrows between the modules. */
export const importArrows: GeneratedPart = {
  file: 'biome.json',
  make: (current) => `${JSON.stringify({ ...JSON.parse(current), overrides: overrides() }, null, 2)}\n`,
};

/** The table of the modules in docs/architecture.md. */
export const moduleTable: GeneratedPart = {
  file: 'docs/architecture.md',
  make: (current) =>
    between(
      current,
      'modules',
      markdownTable(
        ['module', 'what it does', 'may import'],
        modules.map(({ name, does, mayImport }) => [
          `\`src/${name}\``,
          does,
          mayImport.join(', ') || 'nothing',
        ]),
      ),
    ),
};
